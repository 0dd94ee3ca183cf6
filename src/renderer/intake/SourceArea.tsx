import { Button, Spin } from 'antd'
import { useRef, useState } from 'react'
import { sourceOf, sourceOfText, type Source } from './import-source'

interface Props {
  readonly isReading: boolean
  onSource(source: Source): void
  /** Leaves off reading. */
  onStop(): void
}

const accepted = '.docx,.doc,.wps,.rtf,.odt,.txt,.text,.md,text/plain'

/** Where a submission is put in: pasted, dropped, chosen from the disk, or typed. */
export function SourceArea({ isReading, onSource, onStop }: Props) {
  const [text, setText] = useState('')
  const [over, setOver] = useState(false)
  const file = useRef<HTMLInputElement>(null)
  return (
    <div
      className={over ? 'import-source over' : 'import-source'}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        event.stopPropagation()
        setOver(false)
        const source = sourceOf(event.dataTransfer)
        if (source) onSource(source)
      }}
    >
      <Spin spinning={isReading} description="正在读">
        <textarea
          aria-label="来稿"
          placeholder={
            '在这里粘贴（Ctrl V）：Word、WPS、微信、网页、PDF 里复制的稿子，或版面上整版的文字\n也可以把文件拖进来'
          }
          value={text}
          spellCheck={false}
          autoFocus
          onChange={event => setText(event.target.value)}
          onPaste={event => {
            if (text !== '') return
            const source = sourceOf(event.clipboardData)
            if (!source) return
            // A whole submission at one stroke is read at once.
            event.preventDefault()
            setText(event.clipboardData.getData('text/plain'))
            onSource(source)
          }}
        />
      </Spin>
      <div className="import-acts">
        <Button
          type="primary"
          disabled={text.trim() === ''}
          loading={isReading}
          onClick={() => onSource(sourceOfText(text))}
        >
          读成稿件
        </Button>
        {isReading ? (
          <Button onClick={onStop}>停下</Button>
        ) : (
          <Button onClick={() => file.current?.click()}>选文件</Button>
        )}
        <span className="quiet">
          .docx、.txt（UTF-8、UTF-16、GBK）；装了 LibreOffice 还收 .doc、.wps。一篇不超过 6 万字、50 MB
        </span>
        <input
          ref={file}
          type="file"
          hidden
          accept={accepted}
          aria-label="选来稿文件"
          onChange={event => {
            const picked = event.currentTarget.files?.[0]
            event.currentTarget.value = ''
            if (picked) onSource({ from: picked, name: picked.name })
          }}
        />
      </div>
    </div>
  )
}
