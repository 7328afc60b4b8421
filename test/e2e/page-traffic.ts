import type { ElectronApplication } from '@playwright/test'

/** What the pages fetched and what went wrong in them since somebody began to listen. */
export interface PageTraffic {
  readonly fetched: readonly string[]
  /** Failed or refused requests, page errors, and console errors, where the content security policy reports too. */
  readonly problems: readonly string[]
}

/** Listens to all pages of the console, also after they are loaded again. */
export function listenToPages(app: ElectronApplication): PageTraffic {
  const fetched: string[] = []
  const problems: string[] = []
  const context = app.context()
  context.on('request', (request) => fetched.push(request.url()))
  context.on('requestfailed', (request) => {
    // A page that is closed or loaded again ends its own requests.
    const why = request.failure()?.errorText ?? ''
    if (why !== 'net::ERR_ABORTED') problems.push(`request failed: ${request.url()} ${why}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400) problems.push(`answer ${response.status()}: ${response.url()}`)
  })
  context.on('weberror', (error) => problems.push(`page error: ${error.error().message}`))
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  return { fetched, problems }
}
