import { Button, ColorPicker, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import type { Person } from '../../shared/contract'
import { roleNames, type Role } from '../../shared/review/roles'
import { useAttempt } from '../newsroom/attempt'
import { client } from '../newsroom/client'
import { FailureNote } from '../ui/FailureNote'
import { sayInFooter } from '../ui/footer'
import { PersonBadge } from '../ui/PersonBadge'
import { useNewsroom } from '../newsroom/newsroom'
import { useMay } from '../newsroom/use-may'
import { newPerson, type PersonDraft } from './person-draft'
import './people.css'

const roles = (Object.keys(roleNames) as Role[]).map(role => ({ value: role, label: roleNames[role] }))

interface FormProps {
  readonly draft: PersonDraft
  onChange(draft: PersonDraft): void
  onSave(): void
  onCancel(): void
}

function PersonForm({ draft, onChange, onSave, onCancel }: FormProps) {
  const ready = draft.name.trim() !== '' && draft.roles.length > 0
  return (
    <form
      className="person-form"
      onSubmit={event => {
        event.preventDefault()
        if (ready) onSave()
      }}
    >
      <ColorPicker
        value={draft.colour}
        disabledAlpha
        onChangeComplete={colour => onChange({ ...draft, colour: colour.toHexString().toUpperCase() })}
      />
      <Input
        aria-label="姓名"
        placeholder="姓名"
        autoFocus
        maxLength={20}
        value={draft.name}
        onChange={event => onChange({ ...draft, name: event.target.value })}
      />
      <Select
        aria-label="岗位"
        mode="multiple"
        placeholder="岗位，可以选几个"
        options={roles}
        value={[...draft.roles]}
        onChange={(chosen: Role[]) => onChange({ ...draft, roles: chosen })}
      />
      <Button type="primary" htmlType="submit" disabled={!ready}>
        存
      </Button>
      <Button onClick={onCancel}>不改了</Button>
    </form>
  )
}

interface RowProps {
  readonly person: Person
  onChange(): void
  onRetire(): void
}

function PersonRow({ person, onChange, onRetire }: RowProps) {
  const toSave = useMay('people.save')
  const toRetire = useMay('people.save', { before: person, after: { ...person, retired: !person.retired } })
  return (
    <li className={person.retired ? 'gone' : ''}>
      <PersonBadge person={person} />
      <b>{person.name}</b>
      <span>{person.roles.map(role => roleNames[role]).join('、')}</span>
      <Button type="text" size="small" {...toSave} onClick={onChange}>
        改
      </Button>
      <Button type="text" size="small" {...toRetire} onClick={onRetire}>
        {person.retired ? '回岗' : '离岗'}
      </Button>
    </li>
  )
}

/** 资料: who works here, and where the newsroom's data lie. */
export function PeopleView() {
  const people = useNewsroom(s => s.people)
  const toSave = useMay('people.save')
  const folder = useNewsroom(s => s.folder)
  const paper = useNewsroom(s => s.paper.name)
  const [draft, setDraft] = useState<PersonDraft | null>(null)
  const { failure, attempt, dismiss } = useAttempt<'save'>()
  const here = people.filter(person => !person.retired)
  const gone = people.filter(person => person.retired)
  useEffect(() => sayInFooter({ left: [{ text: `在岗 ${here.length} 人` }], right: '' }), [here.length])

  const save = (person: PersonDraft) =>
    attempt('save', async () => {
      await client.people.save({
        person: { ...person, name: person.name.trim(), roles: [...person.roles] },
      })
      setDraft(null)
    })
  const row = (person: Person) =>
    draft?.id === person.id ? (
      <li key={person.id}>
        <PersonForm
          draft={draft}
          onChange={setDraft}
          onSave={() => void save(draft)}
          onCancel={() => setDraft(null)}
        />
      </li>
    ) : (
      <PersonRow
        key={person.id}
        person={person}
        onChange={() => setDraft(person)}
        onRetire={() => void save({ ...person, retired: !person.retired })}
      />
    )
  return (
    <div className="people-view">
      {failure && <FailureNote failure={failure} onClose={dismiss} />}
      <section aria-label="人员">
        <header>
          <h3>人员</h3>
          <Button {...toSave} onClick={() => setDraft(newPerson(people.length))}>
            添人
          </Button>
        </header>
        <ul>
          {draft?.id === null && (
            <li>
              <PersonForm
                draft={draft}
                onChange={setDraft}
                onSave={() => void save(draft)}
                onCancel={() => setDraft(null)}
              />
            </li>
          )}
          {here.map(row)}
        </ul>
        {gone.length > 0 && (
          <>
            <h4>离岗，名字留在稿上</h4>
            <ul>{gone.map(row)}</ul>
          </>
        )}
      </section>
      <section aria-label="编辑部">
        <h3>编辑部</h3>
        <dl>
          <dt>报名</dt>
          <dd>{paper}</dd>
          <dt>稿子放在</dt>
          <dd>
            <code>{folder}</code>
          </dd>
        </dl>
        <p>开着大样的时候不要手工拷贝里面的 .db 文件，那样会拷坏；要备份，先关掉大样，再拷整个文件夹。</p>
      </section>
    </div>
  )
}
