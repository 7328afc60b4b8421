import type { Incident } from '../../domain/incident.ts'
import { AppError } from '../../kernel/app-error.ts'

/** Measured kinds that may stand for an initial zone of another kind: readings draw hot and warm zones. */
const READINGS: ReadonlySet<string> = new Set(['hot', 'warm'])

/**
 * Judges measured zones: each needs a size, and an initial zone can only be closed once something was measured that takes
 * its place. Throws `bad-input` naming the line.
 */
export function checkMeasuredZones({
  measuredZones = [],
  closedInitialZones = [],
}: Pick<Incident, 'measuredZones' | 'closedInitialZones'>): void {
  for (const [index, zone] of measuredZones.entries()) {
    if (zone.radiusM !== undefined || zone.lengthM !== undefined) continue
    throw new AppError(
      'bad-input',
      `第 ${index + 1} 个实测区（measuredZones.${index}）没有大小：请填写半径，或下风向长度和方向。`,
      { path: `measuredZones.${index}`, value: zone },
    )
  }
  for (const [index, { kind }] of closedInitialZones.entries()) {
    if (measuredZones.some((zone) => zone.kind === kind || READINGS.has(zone.kind))) continue
    throw new AppError(
      'bad-input',
      `初始区（closedInitialZones.${index}）还不能停用：没有同类实测区，也没有实测的重危区、轻危区。请先填写实测区。`,
      { path: `closedInitialZones.${index}`, value: kind },
    )
  }
}
