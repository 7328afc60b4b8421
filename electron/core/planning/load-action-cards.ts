import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type ActionCard, ActionCardFile } from '#shared/domain/action-card.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { compareText } from '#shared/kernel/order.ts'

/** Reads every file of action cards (`*.yaml`), in the order of the cards' ids. Throws `dataset-damaged` naming file and reason. */
export function loadActionCards(folder: string): ActionCard[] {
  const cards = namesIn(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => cardsOf(join(folder, name)))
  if (cards.length === 0) throw damaged(folder, '没有任何行动卡文件')
  cards.sort((a, b) => compareText(a.id, b.id))
  const repeated = cards.find(({ id }, index) => cards[index + 1]?.id === id)
  if (repeated !== undefined) throw damaged(folder, `行动卡编号“${repeated.id}”重复`)
  return cards
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    throw damaged(folder, '文件夹读不了', error)
  }
}

function cardsOf(file: string): ActionCard[] {
  const result = ActionCardFile.safeParse(contentOf(file))
  if (result.success) return result.data.cards
  const [issue] = result.error.issues
  throw damaged(file, issue === undefined ? '内容不符' : `${issue.path.map(String).join('.')} ${issue.message}`)
}

function contentOf(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw damaged(file, error instanceof Error ? error.message : String(error), error)
  }
}

function damaged(path: string, reason: string, cause?: unknown): AppError {
  return new AppError('dataset-damaged', `程序资料“${path}”有误：${reason}。请重新安装程序，或从备份恢复该文件。`, {
    path,
    cause,
  })
}
