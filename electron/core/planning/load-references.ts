import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type * as z from 'zod'
import { ContingencyPlan, type ContingencyPlanLibrary } from '#shared/domain/contingency-plan.ts'
import type { HazmatTables } from '#shared/domain/hazmat.ts'
import { Parameters } from '#shared/domain/parameters/parameters.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { digestOf } from '#shared/kernel/digest.ts'
import { compareText } from '#shared/kernel/order.ts'
import { readHazmatTables } from './read-hazmat-tables.ts'

/** Everything a plan is made from besides the incident and the data set. */
export interface References {
  readonly parameters: Parameters
  readonly hazmat: HazmatTables
  readonly library: ContingencyPlanLibrary
}

/** Sections of the parameters; each is one file in `resources/parameters`. */
export const PARAMETER_SECTIONS: readonly string[] = Object.keys(Parameters.shape).filter((key) => key !== 'version')

/** Reads parameters and hazmat tables. Throws `dataset-damaged` naming file and reason. */
export function loadTables(resourcesFolder: string): Omit<References, 'library'> {
  return {
    parameters: loadParameters(resourcesFolder),
    hazmat: loadHazmat(join(resourcesFolder, 'hazmat')),
  }
}

/** Reads parameters, hazmat handbook and contingency plans. Throws `dataset-damaged` naming file and reason. */
export function loadReferences(resourcesFolder: string): References {
  return {
    ...loadTables(resourcesFolder),
    library: loadContingencyPlans(join(resourcesFolder, 'contingency-plans')),
  }
}

/** Reads the shipped parameters; `version` is the digest of their content. */
export function loadParameters(resourcesFolder: string): Parameters {
  const folder = join(resourcesFolder, 'parameters')
  const sections = PARAMETER_SECTIONS.map((name) => [name, readJson(join(folder, `${name}.json`))] as const)
  const values = Object.fromEntries(sections)
  const result = Parameters.safeParse({ ...values, version: digestOf(values) })
  if (result.success) return result.data
  const [section = ''] = result.error.issues[0]?.path.map(String) ?? []
  throw damagedResource(join(folder, `${section}.json`), issueText(result.error))
}

/** Reads every contingency plan (`*.yaml`), in the order of their ids. */
export function loadContingencyPlans(folder: string): ContingencyPlanLibrary {
  const files = listFiles(folder).filter((name) => name.endsWith('.yaml'))
  if (files.length === 0) throw damagedResource(folder, '没有任何预案文件')
  const plans = files.map((name) => readPlanFile(join(folder, name)))
  const repeated = plans.find(({ id }, index) => plans.findIndex((plan) => plan.id === id) !== index)
  if (repeated !== undefined) throw damagedResource(folder, `预案编号“${repeated.id}”重复`)
  return { plans: plans.sort((a, b) => compareText(a.id, b.id)) }
}

/** One contingency plan. Throws `dataset-damaged` naming file and reason. */
export function readPlanFile(file: string): ContingencyPlan {
  const result = ContingencyPlan.safeParse(readYaml(file))
  if (!result.success) throw damagedResource(file, issueText(result.error))
  return result.data
}

function loadHazmat(folder: string): HazmatTables {
  const text = (name: string): string => readText(join(folder, name))
  try {
    return readHazmatTables({
      table1: text('erg2024-table1-isolation.json'),
      table2: text('erg2024-table2-water-reactive.json'),
      table3: text('erg2024-table3-large-spill.json'),
      index: text('erg2024-index.json'),
      core: text('dg-core-zh.csv'),
      hmt: text('hmt-49cfr172.101-2019.csv'),
    })
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'dataset-damaged') throw error
    throw new AppError('dataset-damaged', error.message, {
      path: join(folder, error.path),
      value: error.value,
      cause: error,
    })
  }
}

/** A shipped JSON file. Throws `dataset-damaged`. */
export function readJson(file: string): unknown {
  const text = readText(file)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw damagedResource(file, '不是完整的 JSON', error)
  }
}

function readYaml(file: string): unknown {
  const text = readText(file)
  try {
    return parse(text)
  } catch (error) {
    throw damagedResource(file, error instanceof Error ? error.message : String(error), error)
  }
}

/** Names in a folder. Throws `dataset-damaged`. */
export function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    throw damagedResource(folder, '文件夹读不了', error)
  }
}

/** Text of a shipped file. Throws `dataset-damaged`. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw damagedResource(file, '文件缺失或读不了', error)
  }
}

function issueText(error: z.ZodError): string {
  const [issue] = error.issues
  return issue === undefined ? '内容不符' : `${issue.path.map(String).join('.')} ${issue.message}`
}

/** Shipped data that cannot be used: names the file and what is wrong with it. */
export function damagedResource(path: string, reason: string, cause?: unknown): AppError {
  return new AppError('dataset-damaged', `程序资料“${path}”有误：${reason}。请重新安装程序，或从备份恢复该文件。`, {
    path,
    cause,
  })
}
