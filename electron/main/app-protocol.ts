import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { APP_HOST, CONTENT_SECURITY_POLICY } from './security.ts'

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
}

/** Folders the scheme serves: the built pages at `/`, the map layers at `/map/`. */
export interface ServedFolders {
  readonly renderer: string
  readonly map: string
}

/**
 * The file behind a URL of the console, or null when the URL names another host, escapes its folder or has a type that
 * is not served.
 */
export function fileForUrl(url: string, folders: ServedFolders): { path: string; contentType: string } | null {
  const parsed = new URL(url)
  if (parsed.host !== APP_HOST) return null
  let pathname: string
  try {
    pathname = decodeURIComponent(parsed.pathname)
  } catch {
    return null
  }
  if (pathname.includes('\0')) return null
  const isMap = pathname.startsWith('/map/')
  const folder = isMap ? folders.map : folders.renderer
  const path = normalize(join(folder, isMap ? pathname.slice('/map/'.length) : pathname))
  if (path !== folder && !path.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return null
  const contentType = CONTENT_TYPES[extname(path).toLowerCase()]
  return contentType === undefined ? null : { path, contentType }
}

/** Answers one request of the `app://` scheme; anything that is not a served file is 404. */
export async function serveAppRequest(
  request: { url: string; method: string },
  folders: ServedFolders,
): Promise<Response> {
  const file = request.method === 'GET' || request.method === 'HEAD' ? fileForUrl(request.url, folders) : null
  if (!file) return new Response('not found', { status: 404 })
  try {
    const body = await readFile(file.path)
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': file.contentType,
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
      },
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) {
      return new Response('not found', { status: 404 })
    }
    throw error
  }
}
