import type { ActionCard } from '#shared/domain/action-card.ts'
import type { HazmatHandbook } from '#shared/domain/hazmat-handbook.ts'
import { findIncident } from '../../db/repositories/incident.repo.ts'
import { allRows, textOf } from '../../db/rows.ts'
import type { RecordParts } from './library-records.ts'
import type { RecordSource } from './record-source.ts'
import type { RecordBody, RecordText } from './search-record.ts'

/** Incidents by number, title and address. */
export function incidentSource({ db }: RecordParts): RecordSource {
  return {
    read: (incidentId) => {
      const found = findIncident(db, incidentId)
      if (found === null) return null
      const { number, title, address } = found.summary
      const { lng, lat } = found.incident.location
      const texts: RecordText[] = [
        { role: 'name', field: 'title', text: title, spelled: true },
        { role: 'code', field: 'number', text: number, spelled: false },
        { role: 'word', field: 'address', text: address, spelled: false },
      ]
      return { ...bodyOf(texts.filter(({ text }) => text !== '')), at: [lng, lat] }
    },
  }
}

/** Contingency plans by title, region and issuer of their newest version. */
export function planSource({ db }: RecordParts): RecordSource {
  return {
    read: (planId) => {
      const sql = `SELECT title, region, issuer FROM contingency_plan_events WHERE plan_id = ?
        ORDER BY version DESC, revision DESC LIMIT 1`
      const [row] = allRows(db, sql, [planId])
      if (row === undefined) return null
      const title = textOf(row, 'title')
      const texts: RecordText[] = [
        { role: 'name', field: 'title', text: title, spelled: true },
        { role: 'word', field: 'region', text: textOf(row, 'region'), spelled: false },
        { role: 'word', field: 'issuer', text: textOf(row, 'issuer'), spelled: false },
      ]
      return bodyOf(texts.filter(({ text }) => text !== ''))
    },
  }
}

/** Action cards by title and id. */
export function cardSource(cards: () => readonly ActionCard[]): RecordSource {
  return {
    read: (id) => {
      const card = cards().find((each) => each.id === id)
      return card === undefined ? null : bodyOf([{ role: 'name', field: 'title', text: card.title, spelled: true }])
    },
  }
}

/** Substances of the handbook by UN number, CAS, Chinese, spoken and English names. */
export function substanceSource(handbook: () => Pick<HazmatHandbook, 'entries'>): RecordSource {
  let entries: ReadonlyMap<string, HazmatHandbook['entries'][number]> | null = null
  return {
    read: (id) => {
      entries ??= new Map(handbook().entries.map((entry) => [entry.id, entry]))
      const entry = entries.get(id)
      if (entry === undefined) return null
      const { nameZh, aliasesZh, cas } = entry.substance
      const names = [...new Set([nameZh, ...aliasesZh, ...entry.spokenNames, ...entry.namesEn])].filter(
        (name) => name !== '',
      )
      const texts: RecordText[] = [
        ...names.map((name): RecordText => ({
          role: 'name',
          field: 'name',
          text: name,
          spelled: /\p{Script=Han}/u.test(name),
        })),
        { role: 'code', field: 'un', text: /^\d{4}$/.test(id) ? `UN${id}` : id, spelled: false },
      ]
      if (cas !== '') texts.push({ role: 'code', field: 'cas', text: cas, spelled: false })
      // Entries that have a Chinese name are the ones that are met here.
      return { ...bodyOf(texts), home: nameZh !== '' }
    },
  }
}

function bodyOf(texts: RecordText[]): RecordBody {
  return { texts, phone: '', at: null, home: true, demo: false }
}
