import * as z from 'zod'
import { cellsOf } from '#electron/core/datasets/cells-of.ts'
import { appContract } from '#shared/contract/app-contract.ts'
import { definitionOf, channelsOf } from '#shared/contract/define.ts'
import { ContingencyPlan } from '#shared/domain/contingency-plan.ts'
import { DatasetHead } from '#shared/domain/dataset/dataset.ts'
import { TABLE_NAMES, TABLES, type TableName } from '#shared/domain/dataset/tables.ts'
import { Incident } from '#shared/domain/incident.ts'
import { Parameters } from '#shared/domain/parameters/parameters.ts'
import { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'

/** A JSON Schema (2020-12) document. */
export type SchemaDocument = Readonly<Record<string, unknown>>

const DIALECT = 'https://json-schema.org/draft/2020-12/schema'

/** Every schema by name: incident, plan, data set, parameters, each table (one row as texts), each endpoint. */
export function allSchemas(): Map<string, SchemaDocument> {
  const schemas = new Map<string, SchemaDocument>()
  const add = (name: string, title: string, schema: SchemaDocument): void => {
    schemas.set(name, { $schema: DIALECT, $id: `urn:emergency-command-console:schema:${name}`, title, ...bare(schema) })
  }
  add('incident-1', '事件 incident/1', asWritten(Incident))
  add('dispatch-plan-1', '方案 dispatch-plan/1', asWritten(DispatchPlan))
  add('dataset-1', '数据集说明 dataset/1（dataset.json）', asWritten(DatasetHead))
  add('contingency-plan-1', '数字预案 contingency-plan/1', asWritten(ContingencyPlan))
  add('parameters-1', '规划参数', asWritten(Parameters))
  for (const table of TABLE_NAMES)
    add(`table-${TABLES[table].sqlTable}`, `${TABLES[table].title}（${TABLES[table].file} 的一行）`, rowSchema(table))
  for (const channel of channelsOf(appContract)) {
    const definition = definitionOf(appContract, channel)
    if (definition === null) continue
    const { kind, input, output } = definition
    add(`endpoint-${channel}`, `接口 ${channel}`, {
      description: kind === 'command' ? '命令：改变状态' : '查询：只读',
      type: 'object',
      properties: { input: bare(asWritten(input)), output: bare(z.toJSONSchema(output, { unrepresentable: 'any' })) },
      required: ['input', 'output'],
    })
  }
  return schemas
}

/** Text of a schema file. */
export function schemaText(schema: SchemaDocument): string {
  return `${JSON.stringify(schema, null, 2)}\n`
}

function asWritten(schema: z.ZodType): SchemaDocument {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
}

/** A schema without its dialect line, to stand inside another. */
function bare(schema: SchemaDocument): SchemaDocument {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema'))
}

/** A row of a table as the file holds it: every cell a text. Columns that are not named are kept as notes. */
function rowSchema(table: TableName): SchemaDocument {
  const cells = cellsOf(table)
  const properties = Object.fromEntries(
    cells.map(([column, { schema, expected }]) => [column, { description: expected, ...bare(asWritten(schema)) }]),
  )
  const required = cells.filter(([, cell]) => cell.required).map(([column]) => column)
  return { type: 'object', properties, required, additionalProperties: { type: 'string' } }
}
