import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import { useDeferredValue, useMemo, type ReactNode } from 'react'
import { geometryOf, type Paper } from '../../shared/page/paper'
import { mm, ptToMm, sizeNames, sizes, type Pt, type SizeName } from '../../shared/page/sizes'
import { useNewsroom } from '../newsroom/newsroom'
import { PaintingCanvas } from '../paint/PaintingCanvas'
import { BaseColumnTable } from './BaseColumnTable'
import { capacityOf, problemsOf } from './paper-draft'
import { paperPicture } from './paper-picture'

interface Props {
  readonly draft: Paper
  readonly busy: boolean
  onChange(draft: Paper): void
  onSave(): void
  onCancel(): void
}

const bodySizes = (['六号', '小五', '五号', '小四'] as const).map(name => ({
  value: sizes[name],
  label: `${name} ${sizes[name]} 磅`,
}))

const sheets = [
  { name: '对开', width: mm(390), height: mm(550) },
  { name: '四开', width: mm(275), height: mm(390) },
] as const

const sizeOptions = sizeNames.map(name => ({ value: name, label: name }))

/** 版面规格: a paper's figures beside a page of it, set as it would print. */
export function PaperForm({ draft, busy, onChange, onSave, onCancel }: Props) {
  const paperName = useNewsroom(s => s.paper.name)
  const problems = problemsOf(draft)
  const sound = Object.keys(problems).length === 0
  const shown = useDeferredValue(draft)
  const picture = useMemo(
    () => (Object.keys(problemsOf(shown)).length === 0 ? paperPicture(shown, paperName) : null),
    [shown, paperName],
  )
  const set = <Key extends keyof Paper>(key: Key, value: Paper[Key]) => onChange({ ...draft, [key]: value })
  const number = (key: NumberField, step: number, unit: string, label: string) => (
    <Field label={label} problem={problems[key]}>
      <InputNumber
        aria-label={label}
        value={Number.isNaN(draft[key]) ? null : draft[key]}
        step={step}
        status={problems[key] ? 'error' : ''}
        suffix={unit}
        onChange={value => set(key, value ?? Number.NaN)}
      />
    </Field>
  )
  const sheet = sheets.find(one => one.width === draft.width && one.height === draft.height)
  const { area } = geometryOf(draft)
  const millimetres = (length: Pt) => Math.round(ptToMm(length) * 10) / 10
  return (
    <div className="paper-form">
      <form
        aria-label="版面规格"
        onSubmit={event => {
          event.preventDefault()
          if (sound) onSave()
        }}
      >
        <Field label="名字" problem={problems.name}>
          <Input
            aria-label="名字"
            maxLength={40}
            value={draft.name}
            status={problems.name ? 'error' : ''}
            onChange={event => set('name', event.target.value)}
          />
        </Field>
        <Field label="开张">
          <Select
            aria-label="开张"
            value={sheet?.name ?? '自定'}
            options={[
              ...sheets.map(one => ({ value: one.name, label: one.name })),
              { value: '自定', label: '自定' },
            ]}
            onChange={name => {
              const chosen = sheets.find(one => one.name === name)
              if (chosen) onChange({ ...draft, width: chosen.width, height: chosen.height })
            }}
          />
        </Field>
        {number('width', 1, '毫米', '纸宽')}
        {number('height', 1, '毫米', '纸高')}
        <h4>版心</h4>
        {number('columns', 1, '栏', '基本栏')}
        {number('measure', 1, '字', '每栏')}
        {number('gutter', 0.5, '字', '栏距')}
        {number('lines', 1, '行', '每栏行数')}
        <Field label="正文字号" problem={problems.bodySize}>
          <Select
            aria-label="正文字号"
            value={draft.bodySize}
            options={
              bodySizes.some(one => one.value === draft.bodySize)
                ? bodySizes
                : [...bodySizes, { value: draft.bodySize, label: `${draft.bodySize} 磅` }]
            }
            onChange={value => set('bodySize', value)}
          />
        </Field>
        {number('bodySize', 0.25, '磅', '磅数')}
        {number('pitch', 0.25, '磅', '行距')}
        {number('top', 1, '毫米', '天头')}
        <p
          className={problems.area ? 'wide problem' : 'wide quiet'}
          role={problems.area ? 'alert' : undefined}
        >
          {problems.area ??
            `版心 ${millimetres(area.width)}×${millimetres(area.height)} 毫米，整版约 ${capacityOf(draft)} 字`}
        </p>
        <h4>标题和图说</h4>
        <div className="wide head-sizes">
          {Array.from({ length: Math.min(draft.columns || 0, 16) }, (_, at) => {
            const size = draft.headlineSizes[Math.min(at, draft.headlineSizes.length - 1)] ?? '二号'
            return (
              <label key={at}>
                {at + 1} 栏题
                <Select
                  aria-label={`${at + 1} 栏题`}
                  size="small"
                  value={size}
                  options={sizeOptions}
                  onChange={value => {
                    const all = Array.from(
                      { length: draft.columns },
                      (_, n): SizeName =>
                        draft.headlineSizes[Math.min(n, draft.headlineSizes.length - 1)] ?? '二号',
                    )
                    set('headlineSizes', all.with(at, value))
                  }}
                />
              </label>
            )
          })}
        </div>
        <Field label="头条主题">
          <Select
            aria-label="头条主题"
            value={draft.leadSize}
            options={sizeOptions}
            onChange={value => set('leadSize', value)}
          />
        </Field>
        <Field label="图说">
          <Select
            aria-label="图说"
            value={draft.captionSize}
            options={sizeOptions.slice(0, 5)}
            onChange={value => set('captionSize', value)}
          />
        </Field>
        {number('leastPpi', 10, '点/英寸', '图片不低于')}
        <h4>报头报眉</h4>
        {number('mastheadLines', 1, '行', '报头占')}
        {number('folioLines', 1, '行', '报眉占')}
        <div className="wide switches">
          {furnitureSwitches.map(([key, label]) => (
            <Checkbox
              key={key}
              checked={draft.furniture[key]}
              onChange={event => set('furniture', { ...draft.furniture, [key]: event.target.checked })}
            >
              {label}
            </Checkbox>
          ))}
        </div>
        <div className="wide form-foot">
          <span className="quiet">已经排的版各留着自己的规格，改这里不动它们。</span>
          <span className="space" />
          <Button onClick={onCancel}>不改了</Button>
          <Button type="primary" htmlType="submit" loading={busy} disabled={!sound}>
            存
          </Button>
        </div>
      </form>
      <div className="paper-picture">
        {picture ? (
          <PaintingCanvas
            painting={picture}
            scale={Math.min(400 / picture.width, 540 / picture.height)}
            label="样张"
            className="page-sheet"
          />
        ) : (
          <p className="quiet">填对了，这里就是样张。</p>
        )}
      </div>
      <BaseColumnTable paper={shown} />
    </div>
  )
}

type NumberField = {
  [Key in keyof Paper]: Paper[Key] extends number ? Key : never
}[keyof Paper]

const furnitureSwitches = [
  ['weekday', '印星期'],
  ['editionNumber', '印总期号'],
  ['credits', '印责编、校对'],
  ['footRule', '印地线'],
] as const

function Field({
  label,
  problem,
  children,
}: {
  label: string
  problem?: string | undefined
  children: ReactNode
}) {
  return (
    <div className="field">
      <span>{label}</span>
      {children}
      {problem && (
        <small className="problem" role="alert">
          {problem}
        </small>
      )}
    </div>
  )
}
