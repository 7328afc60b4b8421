import type { Capability } from '../../domain/taxonomy.ts'
import type { SolverDemand, SolverTeam, SolverVehicle, TeamLoadView } from './assignment-problem.ts'

/** What one team brings so far. Taking more only ever adds vehicles while crews last. */
export class TeamLoad implements TeamLoadView {
  readonly vehicles: { readonly vehicle: SolverVehicle; readonly crew: number }[] = []
  readonly takes = new Map<string, number>()
  private readonly team: SolverTeam
  private readonly used = new Map<Capability, number>()
  private readonly counted = new Set<string>()
  private readonly selected = new Set<string>()
  private readonly aboard = new Map<Capability, number>()
  private crewLeft: number

  constructor(team: SolverTeam) {
    this.team = team
    this.crewLeft = team.onDuty
  }

  get personnel(): number {
    return this.team.vehicles.length === 0 ? this.team.onDuty : this.team.onDuty - this.crewLeft
  }

  /** Takes up to `wanted` units of a demand; returns how many. */
  take(demand: SolverDemand, wanted: number): number {
    if (wanted <= 0 || !this.team.mayFill.has(demand.id)) return 0
    const taken =
      demand.capability === null ? this.takeVehicles(demand, wanted) : this.takeUnits(demand.capability, wanted)
    if (taken > 0) this.takes.set(demand.id, (this.takes.get(demand.id) ?? 0) + taken)
    return taken
  }

  /** Mans the vehicles that go in any case, as far as the crews last. */
  man(vehicleIds: ReadonlySet<string>): void {
    for (const vehicle of this.team.vehicles) if (vehicleIds.has(vehicle.id)) this.select(vehicle, false)
    if (this.vehicles.length === 0) this.selectTransport()
  }

  /** One vehicle at least, so that the people do not walk. */
  ensureTransport(): void {
    if (this.vehicles.length === 0) this.selectTransport()
  }

  private takeUnits(capability: Capability, wanted: number): number {
    const used = this.used.get(capability) ?? 0
    const riding = this.team.riding.get(capability) ?? 0
    while (this.unitsOnBoard(capability) + riding - used < wanted) {
      const next = this.nextWith(capability)
      if (next === null || !this.select(next, this.vehicles.length === 0)) break
    }
    const onBoard = this.unitsOnBoard(capability)
    const canRide =
      riding > 0 && (this.team.vehicles.length === 0 || this.vehicles.length > 0 || this.selectTransport())
    const taken = Math.max(0, Math.min(wanted, onBoard + (canRide ? riding : 0) - used))
    this.used.set(capability, used + taken)
    return taken
  }

  private takeVehicles(demand: SolverDemand, wanted: number): number {
    let taken = 0
    for (const vehicle of this.team.vehicles) {
      if (taken === wanted) break
      if (vehicle.kind !== demand.vehicleKind || this.counted.has(vehicle.id)) continue
      if (!this.isSelected(vehicle) && !this.select(vehicle, this.vehicles.length === 0)) continue
      this.counted.add(vehicle.id)
      taken += 1
    }
    return taken
  }

  private unitsOnBoard(capability: Capability): number {
    return this.aboard.get(capability) ?? 0
  }

  /** The vehicle left that brings most of it, with the smaller crew of two alike. */
  private nextWith(capability: Capability): SolverVehicle | null {
    let best: SolverVehicle | null = null
    for (const vehicle of this.team.vehicles) {
      if (!vehicle.units.has(capability) || this.isSelected(vehicle)) continue
      if (best === null || byUnits(capability, vehicle, best) < 0) best = vehicle
    }
    return best
  }

  private isSelected(vehicle: SolverVehicle): boolean {
    return this.selected.has(vehicle.id)
  }

  /** Mans a vehicle; the first one may go with a smaller crew, at least one. */
  private select(vehicle: SolverVehicle, mayBeShort: boolean): boolean {
    if (this.isSelected(vehicle)) return true
    const crew = Math.min(vehicle.crew, this.crewLeft)
    if (crew < vehicle.crew && !(mayBeShort && crew > 0)) return false
    this.vehicles.push({ vehicle, crew })
    this.selected.add(vehicle.id)
    for (const [capability, units] of vehicle.units) this.aboard.set(capability, this.unitsOnBoard(capability) + units)
    this.crewLeft -= crew
    return true
  }

  private selectTransport(): boolean {
    const [smallest] = [...this.team.vehicles].sort(
      (a, b) => Number(isSpecial(a)) - Number(isSpecial(b)) || (a.id < b.id ? -1 : 1),
    )
    return smallest !== undefined && this.select(smallest, true)
  }
}

/** Vehicles that nobody drives only to get there. */
function isSpecial(vehicle: SolverVehicle): boolean {
  return !['RESCUE', 'CMD', 'TANKER', 'BUS', 'AMB', 'LIGHT', 'UAV'].includes(vehicle.kind)
}

function byUnits(capability: Capability, a: SolverVehicle, b: SolverVehicle): number {
  return (
    (b.units.get(capability) ?? 0) - (a.units.get(capability) ?? 0) ||
    a.crew - b.crew ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}
