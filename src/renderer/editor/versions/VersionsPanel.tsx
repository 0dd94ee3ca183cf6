import { Button, Input, Popconfirm } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Sitting, StoryVersion } from '../../../shared/contract'
import { saidTime } from '../../ui/said-time'
import { useAttempt } from '../../newsroom/attempt'
import { client } from '../../newsroom/client'
import { FailureNote } from '../../ui/FailureNote'
import { useNewsroom, useRow } from '../../newsroom/newsroom'
import type { Comparison } from './comparison'

interface Props {
  readonly storyId: string
  readonly comparison: Comparison | null
  /** Shows two versions in place of the sheet; null: the sheet again. */
  onCompare(comparison: Comparison | null): void
}

/** 版本: what was kept of a story, who wrote when; any two compared, any one put back. */
export function VersionsPanel({ storyId, comparison, onCompare }: Props) {
  const people = useNewsroom(s => s.people)
  const zone = useNewsroom(s => s.paper.timeZone)
  const row = useRow(storyId)
  const [versions, setVersions] = useState<readonly StoryVersion[]>([])
  const [sittings, setSittings] = useState<readonly Sitting[]>([])
  const [name, setName] = useState('')
  const [picked, setPicked] = useState<number | null>(null)
  const { busy, failure, attempt, dismiss } = useAttempt<'read' | 'keep' | 'restore'>()

  const read = useEffectEvent(() =>
    attempt('read', async () => {
      const [kept, written] = await Promise.all([
        client.versions.list({ storyId }),
        client.versions.timeline({ storyId }),
      ])
      setVersions(kept)
      setSittings(written)
    }),
  )
  useEffect(() => void read(), [])

  const who = (id: string | null) => people.find(person => person.id === id)?.name ?? '—'
  const said = (at: string) => saidTime(at, new Date(), zone)
  const keep = () =>
    attempt('keep', async () => {
      const kept = await client.versions.keep({ storyId, name: name.trim() })
      setVersions([...versions, kept])
      setName('')
    })
  const restore = (version: number) =>
    attempt('restore', async () => {
      await client.versions.restore({ storyId, version })
      onCompare(null)
      setVersions(await client.versions.list({ storyId }))
    })
  const compare = (version: number) => {
    if (picked === null || picked === version)
      onCompare({ from: version, to: null, names: [nameAt(version), '现在'] })
    else {
      const [from, to] = picked < version ? [picked, version] : [version, picked]
      onCompare({ from, to, names: [nameAt(from), nameAt(to)] })
    }
    setPicked(null)
  }
  const nameAt = (version: number) =>
    versions.findLast(one => one.version === version)?.name ?? `第 ${version} 步`
  return (
    <div className="versions-panel">
      {failure && <FailureNote failure={failure} onClose={dismiss} />}
      <form
        className="version-keep"
        onSubmit={event => {
          event.preventDefault()
          if (name.trim() !== '') void keep()
        }}
      >
        <Input
          size="small"
          aria-label="版本名"
          placeholder="给现在这一稿起个名，如 二稿"
          maxLength={40}
          value={name}
          onChange={event => setName(event.target.value)}
        />
        <Button size="small" htmlType="submit" loading={busy === 'keep'} disabled={name.trim() === ''}>
          留一稿
        </Button>
      </form>
      {comparison && (
        <Button size="small" onClick={() => onCompare(null)}>
          回到稿件
        </Button>
      )}
      {picked !== null && <p className="quiet">再点一稿的“比”，和“{nameAt(picked)}”对着看。</p>}
      <ul aria-label="版本">
        {versions.toReversed().map(version => (
          <li key={version.id} className={version.version === comparison?.from ? 'on' : ''}>
            <div>
              <b>{version.name}</b>
              <small className="quiet">
                {version.by === null ? '' : `${who(version.by)} · `}
                {said(version.at)}
              </small>
            </div>
            <Button size="small" type="text" onClick={() => compare(version.version)}>
              比
            </Button>
            <Button
              size="small"
              type="text"
              aria-pressed={picked === version.version}
              onClick={() => setPicked(picked === version.version ? null : version.version)}
            >
              选
            </Button>
            <Popconfirm
              title={`恢复到“${version.name}”？`}
              description="现在的文字也留着，随时能再恢复回来。"
              okText="恢复"
              cancelText="不了"
              onConfirm={() => void restore(version.version)}
            >
              <Button size="small" type="text" disabled={version.version === row?.version}>
                恢复
              </Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
      <h4>谁在什么时候写的</h4>
      <ul aria-label="写作经过">
        {sittings.toReversed().map(sitting => (
          <li key={sitting.fromVersion}>
            <button
              type="button"
              className="plain"
              onClick={() =>
                onCompare({
                  from: sitting.fromVersion,
                  to: sitting.toVersion,
                  names: [`${who(sitting.by)}动手前`, `${who(sitting.by)}写完`],
                })
              }
            >
              {who(sitting.by)}
            </button>
            <small className="quiet">
              {said(sitting.from)}
              {sitting.to.slice(0, 16) === sitting.from.slice(0, 16)
                ? ''
                : ` — ${said(sitting.to).split(' ')[1]}`}
            </small>
            <span className="space" />
            <small>
              {sitting.added > 0 && <ins>增 {sitting.added}</ins>}{' '}
              {sitting.removed > 0 && <del>删 {sitting.removed}</del>}
            </small>
          </li>
        ))}
      </ul>
      {sittings.length === 0 && <p className="quiet">来稿之后还没有人改过。</p>}
    </div>
  )
}
