import type { DatasetHead } from '#shared/domain/dataset/dataset.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { ReadSources } from '../read-sources.ts'
import { hasPosition, type ReadFile, type RecordKind } from '../record-kind.ts'
import { convertFile } from './convert-file.ts'
import { SYSTEM_TITLES, type CoordinateSystem } from './coordinate-system.ts'
import { detectShift, type ShiftEvidence } from './detect-shift.ts'
import { placesOfFile, type KnownPlaces } from './known-places.ts'

/** How a file's system was settled: by the user, by what the file declares, by its places, or taken for granted. */
export type SettledBy = 'user' | 'file' | 'places' | 'assumed'

/** The coordinate system of one file. */
export interface FileSystem {
  readonly file: string
  readonly kind: RecordKind
  readonly system: CoordinateSystem
  readonly by: SettledBy
}

/** What an import says about coordinate systems. With a question open nothing may be stored. */
export interface CoordinateReport {
  readonly files: readonly FileSystem[]
  readonly evidence: ShiftEvidence
  readonly question: CoordinateQuestion | null
}

/** What only a person can settle, with what the places propose. */
export interface CoordinateQuestion {
  readonly code: 'shifted' | 'contradicts' | 'mixed'
  readonly message: string
  readonly proposal: CoordinateSystem | null
  readonly files: readonly string[]
}

/** What is known beforehand: the user's word, and what `dataset.json` declares for files that declare nothing. */
export interface GivenSystems {
  readonly chosen: CoordinateSystem | null
  readonly declared: CoordinateSystem | null
}

/**
 * Says in which system the files are written. What a file declares is held against its named places all the same:
 * Chinese tools write GCJ-02 into formats that are WGS84 by definition. Only the user's word is taken as it stands, and
 * OSM files are WGS84 whatever is said.
 */
export function assessCoordinates(
  files: readonly ReadFile[],
  known: KnownPlaces,
  { chosen, declared }: GivenSystems,
): CoordinateReport {
  const evidence = detectShift(files.flatMap(placesOfFile), known)
  const settled = files.map((file): FileSystem => {
    const { file: name, kind } = file
    if (file.isSystemFixed === true) return { file: name, kind, system: file.declaredSystem ?? 'wgs84', by: 'file' }
    if (chosen !== null) return { file: name, kind, system: chosen, by: 'user' }
    const own = file.declaredSystem ?? declared
    if (own !== null) return { file: name, kind, system: own, by: 'file' }
    return { file: name, kind, system: 'wgs84', by: evidence.system === 'wgs84' ? 'places' : 'assumed' }
  })
  const question = chosen === null ? questionOf(files, settled, { known, evidence }) : null
  return { files: settled.filter(({ kind }) => hasPosition(kind)), evidence, question }
}

/**
 * What was read with all positions in WGS84, as far as the report settles it; the head then says so. While the report's
 * question is open nothing of it may be stored.
 */
export function inWgs84({ files, head }: WithPositions, report: CoordinateReport): WithPositions {
  const converted = files.map((file) => {
    const settled = report.files.find((entry) => entry.file === file.file && entry.kind === file.kind)
    return convertFile(file, settled?.system ?? 'wgs84')
  })
  return { files: converted, head: head === null ? null : { ...head, value: headInWgs84(head.value) } }
}

/** A head that says what its data set is once stored: positions are WGS84, whatever the files were written in. */
export function headInWgs84(head: DatasetHead): DatasetHead {
  return head.crs === undefined ? head : { ...head, crs: 'wgs84' }
}

type WithPositions = Pick<ReadSources, 'files' | 'head'>

/** The refusal that an open question stands for. */
export function coordinateRefusal({ message, files, proposal }: CoordinateQuestion): AppError {
  const remedy = '请核对后用 --crs wgs84|gcj02|bd09 指明坐标系再导入。'
  return new AppError('coordinates-shifted', `${message}${remedy}`, { path: files[0] ?? '', value: proposal })
}

function questionOf(
  files: readonly ReadFile[],
  settled: readonly FileSystem[],
  { known, evidence }: { readonly known: KnownPlaces; readonly evidence: ShiftEvidence },
): CoordinateQuestion | null {
  const own = files.map((file) => detectShift(placesOfFile(file), known).system)
  // A file that proves its own system is judged by it. One without named places goes with the others, unless it
  // declares a system itself.
  const judged = settled.flatMap((file, index) => {
    if (!hasPosition(file.kind)) return []
    const proves = (own[index] ?? 'unknown') !== 'unknown'
    const goesAlong = files[index]?.declaredSystem === undefined
    return [{ ...file, seen: proves ? own[index] : goesAlong ? evidence.system : file.system, proves }]
  })
  const wrong = judged.flatMap(({ seen = 'unknown', ...file }) =>
    seen === 'unknown' || seen === file.system ? [] : [{ ...file, seen }],
  )
  const proven = new Set(judged.flatMap(({ proves, seen }) => (proves ? [seen] : [])))
  const names = wrong.map(({ file }) => file)
  if (wrong.length > 0 && proven.size > 1) {
    const parts = judged
      .filter(({ proves }) => proves)
      .map(({ file, seen }) => `${file} 像 ${titleOf(seen ?? 'unknown')}`)
    const message = `这些文件的坐标系不一致：${parts.join('；')}。请按坐标系分开导入。`
    return { code: 'mixed', message, proposal: null, files: names }
  }
  if (wrong.length > 0) return shiftedQuestion(wrong, evidence)
  if (evidence.why !== 'mixed') return null
  const message = `文件里的坐标前后不一：${votesText(evidence)}。同一文件里可能混有两种坐标系，请分开整理。`
  return { code: 'mixed', message, proposal: null, files: judged.map(({ file }) => file) }
}

function shiftedQuestion(
  wrong: readonly (FileSystem & { readonly seen: CoordinateSystem })[],
  evidence: ShiftEvidence,
): CoordinateQuestion {
  const [first] = wrong
  const proposal = first?.seen ?? null
  const declared = first?.by === 'file'
  const names = wrong.map(({ file }) => file)
  const claim = declared ? `文件声明是 ${titleOf(first.system)}，但` : ''
  const message =
    `${claim}${evidence.matched} 个已知地点（其中医院 ${evidence.hospitals} 家）与本库的位置整体相差 ${evidence.shiftM ?? '？'} 米` +
    `（东 ${evidence.shiftEastM ?? '？'}，北 ${evidence.shiftNorthM ?? '？'}），像是 ${titleOf(proposal ?? 'unknown')}：` +
    `按它换算后相差 ${proposal === null ? '？' : (evidence.residualM[proposal] ?? '？')} 米。没有换算，也没有写入。`
  return { code: declared ? 'contradicts' : 'shifted', message, proposal, files: names }
}

function votesText({ votes }: ShiftEvidence): string {
  return `${votes.wgs84} 处像 WGS84，${votes.gcj02} 处像 GCJ-02，${votes.bd09} 处像 BD-09`
}

function titleOf(system: CoordinateSystem | 'unknown'): string {
  return system === 'unknown' ? '未知坐标系' : SYSTEM_TITLES[system]
}
