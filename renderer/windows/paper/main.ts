import '@fontsource/noto-sans-sc/400.css'
import '@fontsource/noto-sans-sc/700.css'
import '../../ui/fonts/rare-characters.css'
import './paper.css'
import { setPaper } from './set-paper.ts'

// Called by the shell on this hidden page; no other page knows of it.
Reflect.set(window, 'setPaper', setPaper)
