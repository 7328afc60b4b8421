/** Gives the page the colours of a theme; Blueprint's own dark class follows. */
export function applyTheme(theme: 'day' | 'night'): void {
  document.documentElement.dataset['theme'] = theme
  document.body.classList.toggle('bp6-dark', theme === 'night')
}
