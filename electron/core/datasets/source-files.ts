import { readdirSync, readFileSync, statSync, type Dirent, type Stats } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '#shared/kernel/app-error.ts'
import { groupShapefiles } from './gis/shape/group-shapefiles.ts'
import { openZip } from './open-zip.ts'

/** One file to be read; `name` is shown in reports, `bytes` reads it when its turn comes. */
export interface SourceFile {
  readonly name: string
  readonly bytes: () => Uint8Array
  /** Shapefiles only: the parts of the same name, by ending (`dbf`, `prj`, `cpg`, …). */
  readonly beside?: ReadonlyMap<string, () => Uint8Array>
}

/** Largest single file that is read, bytes. */
export const MAX_FILE_BYTES = 512 * 1024 * 1024

/** Files a data set folder may hold besides data, and those Excel keeps while a workbook is open; they are passed over in silence. */
const NOT_DATA = /^\.|^~\$|^(licen[cs]es?|readme|sources|sha256sums)\b|\.(md|txt|log)$/i

/** Files behind a list of arguments: files as they are, a folder's data files, the members of a `.zip`. */
export function listSourceFiles(paths: readonly string[]): SourceFile[] {
  const files = paths.flatMap((path): SourceFile[] => {
    const info = statOf(path)
    if (info.isDirectory()) return listMembers(path)
    refuseSpecial(path, info)
    if (info.size > MAX_FILE_BYTES) throw tooLarge(path, info.size)
    return [{ name: basename(path), bytes: () => readBytes(path) }]
  })
  return unfold(files)
}

/**
 * Zips opened, also one inside another, and the parts of each shapefile put together. What all of them unpack to is one
 * sum: a zip of zips must not do what a single one may not.
 */
function unfold(files: readonly SourceFile[]): SourceFile[] {
  const unpacked = { bytes: 0 }
  const open = (file: SourceFile, level: number): SourceFile[] => {
    if (!/\.zip$/i.test(file.name)) return [file]
    if (level > 1) throw nested(file.name)
    const members = openZip(file.bytes(), basename(file.name), undefined, unpacked).filter(({ name }) => isData(name))
    return groupShapefiles(members.flatMap((member) => open(member, level + 1)))
  }
  return groupShapefiles(files.flatMap((file) => open(file, 0)))
}

/** Data files of a folder by name; `contingency_plans` members keep their folder in the name. */
export function listFolder(folder: string): SourceFile[] {
  return unfold(listMembers(folder))
}

function listMembers(folder: string): SourceFile[] {
  return entriesOf(folder)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): SourceFile[] => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        if (LIKE_A_FILE.test(entry.name)) throw notAFile(path)
        if (entry.name !== 'contingency_plans') return []
        return listMembers(path).map((file) => ({ ...file, name: `${entry.name}/${file.name}` }))
      }
      if (!isData(entry.name)) return []
      return [{ name: entry.name, bytes: () => readBytes(path) }]
    })
}

/** A folder named like a data file: passing over it in silence would lose what its owner thinks is there. */
const LIKE_A_FILE = /\.(csv|xlsx|geojson|json|kml|kmz|zip|pbf|shp|dbf)$/i

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    throw unreadable(folder, error)
  }
}

/** Bytes of a file. Throws `file-missing`, `file-unreadable` or `file-too-large`. */
export function readBytes(path: string): Uint8Array {
  const info = statOf(path)
  refuseSpecial(path, info)
  if (info.size > MAX_FILE_BYTES) throw tooLarge(path, info.size)
  try {
    return readFileSync(path)
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** Pipes and devices say that they are empty and may never end. */
function refuseSpecial(path: string, info: Stats): void {
  if (!info.isFile()) throw notAFile(path)
}

function notAFile(path: string): AppError {
  return new AppError(
    'file-unreadable',
    `“${path}”不是文件（是文件夹、管道或设备）。请换成真正的数据文件，或移走它。`,
    {
      path,
    },
  )
}

function unreadable(path: string, cause: unknown): AppError {
  return new AppError('file-unreadable', `“${path}”读不了。请检查它是不是文件、有没有读取权限、链接是否有效。`, {
    path,
    cause,
  })
}

function nested(name: string): AppError {
  return new AppError('bad-input', `压缩包“${name}”套了太多层。请解压后直接选择里面的文件。`, { path: name })
}

function isData(name: string): boolean {
  return !NOT_DATA.test(basename(name))
}

function statOf(path: string): Stats {
  const info = infoOf(path)
  if (info === undefined) throw new AppError('file-missing', `找不到文件“${path}”。请核对路径和文件名。`, { path })
  return info
}

function infoOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    throw unreadable(path, error)
  }
}

function tooLarge(path: string, size: number): AppError {
  const limit = MAX_FILE_BYTES / 1024 / 1024
  return new AppError('file-too-large', `文件“${path}”超过 ${limit} MB。请按区域裁剪后重试。`, { path, value: size })
}
