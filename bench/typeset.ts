/** The bench of the typesetter: one command prints fidelity, speed, growth and memory. */
import { openChromium } from './chromium'
import { fidelity } from './fidelity'
import { proofPage } from './proof'
import { speed } from './speed'

/** Runs everything; `script` is our setter bundled for a browser page. */
export async function typesetBench(script: string): Promise<{ report: string; proof: string | undefined }> {
  const open = await openChromium(script)
  try {
    const report = [
      '### Fidelity',
      await fidelity(open?.page),
      '### Speed and size',
      open ? '' : 'No Chromium on this machine: not compared with it.',
      await speed(open?.page),
    ]
      .filter(Boolean)
      .join('\n\n')
    return { report, proof: proofPage() }
  } finally {
    await open?.browser.close()
  }
}
