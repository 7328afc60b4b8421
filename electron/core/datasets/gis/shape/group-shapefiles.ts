import type { SourceFile } from '../../source-files.ts'

/** Endings that go with a `.shp` of the same name. */
const PARTS = /\.(shx|dbf|prj|cpg|qpj|qix|sbn|sbx|fix|cst|columns|shp\.xml)$/i

/** Puts the parts of each shapefile beside its `.shp`; all other files stay as they are. */
export function groupShapefiles(files: readonly SourceFile[]): SourceFile[] {
  const shapes = files.filter(({ name }) => /\.shp$/i.test(name))
  if (shapes.length === 0) return [...files]
  const isPart = (file: SourceFile, shape: SourceFile): boolean =>
    PARTS.test(file.name) && stemOf(file.name) === stemOf(shape.name)
  return files
    .filter((file) => !shapes.some((shape) => isPart(file, shape)))
    .map((file) => {
      if (file.beside !== undefined || !shapes.includes(file)) return file
      const parts = files.filter((other) => isPart(other, file))
      const beside = parts.map(({ name, bytes }) => [endingOf(name), bytes] as const)
      return { ...file, beside: new Map(beside) }
    })
}

function stemOf(name: string): string {
  return name
    .toLowerCase()
    .replace(PARTS, '')
    .replace(/\.shp$/, '')
}

function endingOf(name: string): string {
  return (PARTS.exec(name)?.[1] ?? '').toLowerCase()
}
