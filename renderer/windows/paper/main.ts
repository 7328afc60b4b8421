import '@fontsource/noto-sans-sc/400.css'
import '@fontsource/noto-sans-sc/700.css'
import '../../ui/fonts/rare-characters.css'
import '../../paper/paper.css'
import { setPaper } from '../../paper/set-paper.ts'

// Called by the shell on this hidden page; no other page knows of it.
Reflect.set(window, 'setPaper', (markup: string) => {
  const paper = document.getElementById('paper')
  if (paper === null) throw new Error('the page has no #paper')
  return setPaper(paper, markup)
})
