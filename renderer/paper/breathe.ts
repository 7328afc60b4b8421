/** Longest time the page does nothing but set paper, milliseconds: a key press is answered in between. */
const LONGEST_MS = 40

/** Lets the page answer its user from time to time during long work; a hidden page is not slowed down by it. */
export function createBreathing(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < LONGEST_MS) return
    // A timer would wait a second on a hidden page, a message does not.
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        port1.close()
        resolve()
      }
      port2.postMessage(null)
    })
    since = performance.now()
  }
}
