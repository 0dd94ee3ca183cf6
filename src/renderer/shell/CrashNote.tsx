import { Component, type ReactNode } from 'react'

/** What stands in place of the desk when drawing it has failed: a bug, and no reason to lose a word. */
export class CrashNote extends Component<{ readonly children: ReactNode }, { readonly crashed: boolean }> {
  override state = { crashed: false }

  static getDerivedStateFromError() {
    return { crashed: true }
  }

  override componentDidCatch(error: unknown): void {
    console.error(error)
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children
    return (
      <div className="whole-window">
        <div className="failure-note" role="alert">
          <div>
            <b>界面出了错，没有画出来。写好的都存着。</b>
            <p>点“重新打开”接着做；要是又这样，请把刚才做了什么告诉维护的人。</p>
          </div>
          <button type="button" className="plain" onClick={() => location.reload()}>
            重新打开
          </button>
        </div>
      </div>
    )
  }
}
