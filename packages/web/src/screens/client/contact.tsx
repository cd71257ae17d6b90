import { useId, useMemo, useState } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import { DateBoxes } from '../../components/date-boxes.tsx';
import type { PageError } from '../../components/error-summary.tsx';
import { FormErrors } from '../../components/form-errors.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { TextField } from '../../components/text-field.tsx';
import { localToday } from '../../components/times.ts';
import { useMayWrite } from '../../components/write-fold.tsx';
import { dateFromParts } from '../../state/moment.ts';
import type { BodyOf, ClientDetails } from '../../state/record.ts';
import { useFormDraft } from '../../state/use-form-draft.ts';
import { writerOf } from '../../state/writer.ts';
import { REACH_CHOICES } from './entries.words.ts';
import type { SectionProps } from './view.ts';

type ContactData = NonNullable<ClientDetails['contact']>;

/** How to reach the client, and whom to call when something happens. */
export function Contact({ view, handle }: SectionProps) {
  const mayWrite = useMayWrite();
  const { client } = view.record;
  const { phone, email, address, emergency, reach } = client.contact ?? {};
  const write = writerOf(view, handle);
  const reached = REACH_CHOICES.find(([value]) => value === reach)?.[1];
  const lines = [
    phone,
    email,
    address,
    reached === undefined ? undefined : `Reach by: ${reached.toLowerCase()}`,
    emergency === undefined
      ? undefined
      : `In an emergency: ${[emergency.name, emergency.relation, emergency.phone].filter(Boolean).join(', ')}`,
  ].filter((line) => line !== undefined);
  return (
    <details className="contact">
      <summary>Contact: {phone ?? email ?? address ?? 'not asked yet'}</summary>
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line} className="as-written">
            {line}
          </li>
        ))}
      </ul>
      {view.practice.you?.role === 'guest' ? null : (
        <p className="no-print">
          <a href={`/api/clients/${client.id}/contact.vcf`} download>
            Save as a contact (vCard)
          </a>
        </p>
      )}
      {mayWrite ? (
        <ContactForm
          key={JSON.stringify(client)}
          client={client}
          onSave={(body) => void write('client', body)}
        />
      ) : null}
    </details>
  );
}

interface ContactFormProps {
  readonly client: ClientDetails;
  readonly onSave: (body: BodyOf<'client'>) => void;
}

function ContactForm({ client, onSave }: ContactFormProps) {
  const { id: _, ...details } = client;
  const known = client.contact ?? {};
  const empty = useMemo(
    () => ({
      phone: known.phone ?? '',
      email: known.email ?? '',
      address: known.address ?? '',
      reach: known.reach ?? '',
      emergencyName: known.emergency?.name ?? '',
      emergencyPhone: known.emergency?.phone ?? '',
      emergencyRelation: known.emergency?.relation ?? '',
      day: '',
      month: '',
      year: '',
    }),
    [known],
  );
  const { fields, change, drop } = useFormDraft<Record<keyof typeof empty, string>>(
    `contact.${client.id}`,
    empty,
  );
  const [errors, setErrors] = useState<readonly PageError[]>([]);
  const id = useId();
  const save = () => {
    const name = fields.emergencyName.trim();
    const phone = fields.emergencyPhone.trim();
    const { day, month, year } = fields;
    const isDated = [day, month, year].some((part) => part.trim() !== '');
    const born = dateFromParts(day, month, year);
    const wrong: PageError[] = [];
    if ((name === '') !== (phone === ''))
      wrong.push({ text: 'Write both name and number of who to call', field: `${id}-who` });
    if (isDated && (born === undefined || born > localToday()))
      wrong.push({ text: 'Write a date of birth that has been', field: `${id}-born-day` });
    setErrors(wrong);
    if (wrong.length > 0) return;
    const reach = REACH_CHOICES.find(([value]) => value === fields.reach)?.[0];
    const contact: ContactData = {
      ...said('phone', fields.phone),
      ...said('email', fields.email),
      ...said('address', fields.address),
      ...(reach === undefined ? {} : { reach }),
      ...(name === ''
        ? {}
        : { emergency: { name, phone, relation: fields.emergencyRelation.trim() } }),
    };
    drop();
    onSave({ ...details, ...(born !== undefined && { born }), contact });
  };
  return (
    <form
      noValidate
      className="narrow no-print"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <FormErrors title="Contact data is not complete" errors={errors} />
      {client.born === undefined ? (
        <DateBoxes
          id={`${id}-born`}
          legend="Date of birth"
          parts={fields}
          onChange={(parts) => change(parts)}
        />
      ) : null}
      <TextField
        id={`${id}-phone`}
        label="Phone"
        type="tel"
        value={fields.phone}
        onChange={(phone) => change({ phone })}
      />
      <TextField
        id={`${id}-email`}
        label="E-mail"
        type="email"
        value={fields.email}
        onChange={(email) => change({ email })}
      />
      <TextArea
        label="Address"
        value={fields.address}
        rows={3}
        onChange={(address) => change({ address })}
      />
      <ChoiceList
        legend="Best way to reach them"
        choices={REACH_CHOICES}
        chosen={fields.reach}
        onChoose={(reach) => change({ reach })}
      />
      <TextField
        id={`${id}-who`}
        label="In an emergency, call"
        value={fields.emergencyName}
        onChange={(emergencyName) => change({ emergencyName })}
      />
      <TextField
        id={`${id}-number`}
        label="Their phone"
        type="tel"
        value={fields.emergencyPhone}
        onChange={(emergencyPhone) => change({ emergencyPhone })}
      />
      <TextField
        id={`${id}-relation`}
        label="Who they are to the client"
        value={fields.emergencyRelation}
        onChange={(emergencyRelation) => change({ emergencyRelation })}
      />
      <button type="submit" className="button">
        Save contact data
      </button>
    </form>
  );
}

const said = <Key extends 'phone' | 'email' | 'address'>(
  key: Key,
  text: string,
): { [K in Key]?: string } =>
  (text.trim() === '' ? {} : { [key]: text.trim() }) as { [K in Key]?: string };
