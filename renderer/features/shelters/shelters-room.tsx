import { useState, type ReactNode } from 'react'
import { DoorPage } from './door-page.tsx'
import { ShelterBoard } from './shelter-board.tsx'
import { ShelterPage } from './shelter-page.tsx'

type Page =
  | { readonly kind: 'board' }
  | { readonly kind: 'shelter'; readonly shelterId: string }
  | { readonly kind: 'door'; readonly shelterId: string | null }

/** 避灾点: the board, one shelter, or the door. */
export function SheltersRoom(): ReactNode {
  const [page, setPage] = useState<Page>({ kind: 'board' })
  const back = (): void => setPage({ kind: 'board' })
  const openDoor = (shelterId: string | null): void => setPage({ kind: 'door', shelterId })
  if (page.kind === 'shelter') return <ShelterPage shelterId={page.shelterId} onBack={back} onDoor={openDoor} />
  if (page.kind === 'door') return <DoorPage first={page.shelterId} onBack={back} />
  return <ShelterBoard onOpen={(shelterId) => setPage({ kind: 'shelter', shelterId })} onDoor={openDoor} />
}
