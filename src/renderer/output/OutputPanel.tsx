import { Button, Checkbox, InputNumber, Progress, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { HandOverStep, PrintOptions } from '../../shared/contract'
import type { PageView } from '../../shared/page/view/page-view'
import { useAttempt } from '../newsroom/attempt'
import { client } from '../newsroom/client'
import { editionName, pageNumberName } from '../newsroom/edition-name'
import { FailureNote } from '../ui/FailureNote'
import { useEdition } from '../newsroom/newsroom'
import { saveFile } from '../ui/save-file'
import { pageImage } from './page-image'
import { printPages, type PrintSheet } from './print-pages'
import './output.css'

interface Props {
  readonly pageId: string
  /** Every page of the edition as it stands on the screen. */
  readonly views: ReadonlyMap<string, PageView>
}

type Way = 'print' | 'press' | 'image' | 'handOver'

const ways: Readonly<Record<Way, string>> = {
  press: '印刷 PDF',
  image: '图片',
  print: '打印',
  handOver: '交付',
}

const resolutions = [100, 150, 200, 300, 400]

/** 出样: the page or the whole edition as proof, print PDF, picture, on paper, or as the hand-over folder. */
export function OutputPanel({ pageId, views }: Props) {
  const edition = useEdition()
  const [way, setWay] = useState<Way | null>(null)
  const [range, setRange] = useState<'page' | 'edition'>('page')
  const [options, setOptions] = useState<PrintOptions>({ cropMarks: false, bleed: 0, colour: 'asIs' })
  const [ppi, setPpi] = useState(200)
  const [sheet, setSheet] = useState<PrintSheet>('own')
  const [step, setStep] = useState<HandOverStep | null>(null)
  const [stop, setStop] = useState<AbortController | null>(null)
  const [notes, setNotes] = useState<readonly string[]>([])
  const { busy, failure, attempt, dismiss } = useAttempt<'proof' | Way>()
  const page = edition?.pages.find(one => one.id === pageId)
  if (!edition || !page) return null
  const chosen = range === 'page' ? [page] : edition.pages
  const pageIds = chosen.map(one => one.id)
  const paintings = chosen.flatMap(one => views.get(one.id)?.composed.painting ?? [])
  const title = `${editionName(edition)} ${range === 'page' ? `${pageNumberName(page.number)} ${page.name}` : '全期'}`

  const tellPdf = (pdf: { missingGlyphs: readonly string[]; missingPhotos: readonly string[] }) =>
    setNotes([
      ...(pdf.missingGlyphs.length > 0
        ? [`字体里没有“${pdf.missingGlyphs.join('')}”，印作〓。换成别的字，或在排版机上补。`]
        : []),
      ...pdf.missingPhotos.map(caption => `“${caption}”的图读不出来，印作空框。换一张图，或重新添一次。`),
    ])
  const proof = () =>
    attempt('proof', async () => {
      const pdf = await client.output.pageProof({ pageId })
      tellPdf(pdf)
      saveFile(pdf.file, pdf.name)
    })
  const press = () =>
    attempt('press', async () => {
      const pdf = await client.output.printPdf({ pageIds, options })
      tellPdf(pdf)
      saveFile(pdf.file, pdf.name)
    })
  const image = () =>
    attempt('image', async () => {
      setNotes([])
      for (const [at, painting] of paintings.entries()) {
        const own = chosen[at]
        saveFile(
          await pageImage(painting, ppi),
          `${edition.date} ${own?.number ?? at + 1}版 ${own?.name ?? ''}.png`,
        )
      }
    })
  const print = () => attempt('print', () => printPages(paintings, sheet, title))
  const handOver = () =>
    attempt('handOver', async () => {
      const leaving = new AbortController()
      setStop(leaving)
      setNotes([])
      setStep({ done: 0, total: 1, now: '开始', ready: null })
      const jobId = crypto.randomUUID()
      try {
        let ready: HandOverStep['ready'] = null
        for await (const one of await client.output.handOver(
          { jobId, pageIds },
          { signal: leaving.signal },
        )) {
          setStep(one)
          ready = one.ready ?? ready
        }
        if (!ready) return
        const { file, name } = await client.output.handOverFile({ jobId })
        saveFile(file, name)
        setNotes([`已交付 ${name}。`, ...ready.warnings])
      } catch (error) {
        if (leaving.signal.aborted) setNotes(['已停下，没有存文件。'])
        else throw error
      } finally {
        setStep(null)
        setStop(null)
      }
    })
  const isWorking = busy !== null
  return (
    <section className="output-panel" aria-label="出样">
      <h4>出样</h4>
      <div className="output-ways">
        <Button size="small" loading={busy === 'proof'} disabled={isWorking} onClick={() => void proof()}>
          版样 PDF
        </Button>
        {(Object.keys(ways) as Way[]).map(name => (
          <Button
            key={name}
            size="small"
            aria-expanded={way === name}
            type={way === name ? 'primary' : 'default'}
            ghost={way === name}
            disabled={isWorking}
            onClick={() => setWay(way === name ? null : name)}
          >
            {ways[name]}
          </Button>
        ))}
      </div>
      {way && (
        <div className="output-options">
          <Segmented
            size="small"
            value={range}
            disabled={isWorking}
            options={[
              { value: 'page', label: `本版（${page.number}）` },
              { value: 'edition', label: `全期 ${edition.pages.length} 版` },
            ]}
            onChange={value => setRange(value as 'page' | 'edition')}
          />
          {way === 'press' && (
            <>
              <Checkbox
                checked={options.cropMarks}
                onChange={event => setOptions({ ...options, cropMarks: event.target.checked })}
              >
                裁切线
              </Checkbox>
              <label>
                出血
                <InputNumber
                  aria-label="出血"
                  size="small"
                  min={0}
                  max={20}
                  suffix="毫米"
                  value={options.bleed}
                  onChange={bleed => setOptions({ ...options, bleed: bleed ?? 0 })}
                />
              </label>
              <label>
                图片
                <Select
                  aria-label="图片颜色"
                  size="small"
                  value={options.colour}
                  options={[
                    { value: 'asIs', label: '照原图' },
                    { value: 'cmyk', label: '转四色' },
                    { value: 'grey', label: '转灰度' },
                  ]}
                  onChange={colour => setOptions({ ...options, colour })}
                />
              </label>
              <Button type="primary" size="small" loading={busy === 'press'} onClick={() => void press()}>
                存印刷 PDF
              </Button>
            </>
          )}
          {way === 'image' && (
            <>
              <label>
                精度
                <Select
                  aria-label="精度"
                  size="small"
                  value={ppi}
                  options={resolutions.map(value => ({ value, label: `${value} 点/英寸` }))}
                  onChange={setPpi}
                />
              </label>
              <Button type="primary" size="small" loading={busy === 'image'} onClick={() => void image()}>
                存 PNG
              </Button>
            </>
          )}
          {way === 'print' && (
            <>
              <label>
                纸张
                <Select
                  aria-label="纸张"
                  size="small"
                  value={sheet}
                  options={[
                    { value: 'own', label: '原大' },
                    { value: 'A3', label: '缩到 A3' },
                    { value: 'A4', label: '缩到 A4' },
                  ]}
                  onChange={setSheet}
                />
              </label>
              <Button type="primary" size="small" loading={busy === 'print'} onClick={() => void print()}>
                打印…
              </Button>
            </>
          )}
          {way === 'handOver' && (
            <>
              <p className="quiet">版样、发稿单、小样、原图和清单，打成一个压缩包。</p>
              {step ? (
                <div className="hand-over-progress" role="status">
                  <Progress
                    percent={Math.round((100 * step.done) / Math.max(1, step.total))}
                    size="small"
                    aria-label="交付进度"
                  />
                  <span>{step.now}</span>
                  <Button size="small" onClick={() => stop?.abort()}>
                    停下
                  </Button>
                </div>
              ) : (
                <Button
                  type="primary"
                  size="small"
                  loading={busy === 'handOver'}
                  onClick={() => void handOver()}
                >
                  打包交付
                </Button>
              )}
            </>
          )}
        </div>
      )}
      {failure && <FailureNote failure={failure} onClose={dismiss} />}
      {notes.length > 0 && (
        <div className="output-notes" role="status">
          {notes.map(note => (
            <p key={note}>{note}</p>
          ))}
          <button type="button" className="plain" onClick={() => setNotes([])}>
            知道了
          </button>
        </div>
      )}
    </section>
  )
}
