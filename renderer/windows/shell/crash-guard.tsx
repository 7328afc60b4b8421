import { Component, type ReactNode } from 'react'
import { useText } from '../../text/text.ts'

/** Catches a failure of the screen itself, says that nothing is lost, and offers to load the window again. */
export class CrashGuard extends Component<{ children: ReactNode }, { message: string | null }> {
  override state: { message: string | null } = { message: null }

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    return this.state.message === null ? this.props.children : <Crashed message={this.state.message} />
  }
}

function Crashed(props: { message: string }): ReactNode {
  const text = useText()
  return (
    <main className="full-screen" role="alert" data-testid="crashed">
      <h1>{text('ready.crashed')}</h1>
      <p className="dim">{props.message}</p>
      <button type="button" className="reload" autoFocus onClick={() => window.location.reload()}>
        {text('ready.reload')}
      </button>
    </main>
  )
}
