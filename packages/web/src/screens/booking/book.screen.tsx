import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { DateBoxes, partsOf } from '../../components/date-boxes.tsx';
import { FormErrors } from '../../components/form-errors.tsx';
import { NotHere } from '../../components/not-here.tsx';
import { Page } from '../../components/page.tsx';
import { TextField } from '../../components/text-field.tsx';
import { clockTime, longDate } from '../../components/times.ts';
import { getToday, sendEntries } from '../../state/api.ts';
import { authorOf, newEntry } from '../../state/entries.ts';
import { newId } from '../../state/ids.ts';
import { addDays, dateFromParts } from '../../state/moment.ts';
import type { TodayView } from '../../state/record.ts';
import { type ClientAtWork, useClient } from '../../state/use-client.ts';
import { useForm } from '../../state/use-form.ts';
import { useToday } from '../../state/use-today.ts';
import { overlapping, timeFrom } from './overlap.ts';

const route = getRouteApi('/clients/$id/book');
const TITLE = 'Book an appointment';
const LENGTHS = [30, 45, 60, 75, 90, 120] as const;

export function BookScreen() {
  const { id } = route.useParams();
  const { loaded, again } = useClient(id);
  return loaded.status === 'here' ? (
    <BookForm at={loaded.value} />
  ) : (
    <NotHere title={TITLE} loaded={loaded} failure="We could not get this client." again={again} />
  );
}

/** Day, time and length. Whoever comes at that time already is named before it is booked. */
function BookForm({ at }: { readonly at: ClientAtWork }) {
  const { client } = at.record;
  const today = useToday();
  const navigate = useNavigate();
  const [parts, setParts] = useState(() => partsOf(addDays(today, 7)));
  const [time, setTime] = useState('');
  const [minutes, setMinutes] = useState<number>(60);
  // The same form is the same appointment: sending it again books no second one.
  const [entryId] = useState(() => newId());
  const { errors, isBusy, submit } = useForm();
  const date = dateFromParts(parts.day, parts.month, parts.year);
  const clock = timeFrom(time);
  const booked = useDay(date);
  const others = date && clock ? overlapping(booked, { starts: `${date}T${clock}`, minutes }) : [];

  const send = () => {
    const wrong = [
      ...(date === undefined
        ? [{ text: 'Write the day as day, month and year', field: 'day-day' }]
        : date < today
          ? [{ text: 'This day is over', field: 'day-day' }]
          : []),
      ...(clock === undefined ? [{ text: 'Write the time, such as 9:30', field: 'time' }] : []),
    ];
    submit(wrong, async () => {
      if (date === undefined || clock === undefined) return;
      const by = authorOf(at.practice);
      const body = { starts: `${date}T${clock}`, minutes };
      await sendEntries(client.id, [
        { ...newEntry('appointment', client.id, by, body), id: entryId },
      ]);
      await navigate({ to: '/days/$date', params: { date } });
    });
  };
  return (
    <Page title={TITLE} windowTitle="Book" audience="therapist" hasError={errors.length > 0}>
      <p>
        For <b>{client.name}</b>
      </p>
      <FormErrors title="Nothing was booked" errors={errors} />
      <form
        noValidate
        className="narrow"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <DateBoxes id="day" legend="Day" parts={parts} onChange={setParts} />
        <TextField
          id="time"
          label="Time"
          hint="Such as 9:30 or 4:15 pm"
          value={time}
          onChange={setTime}
        />
        <fieldset className="segments">
          <legend>Minutes</legend>
          {LENGTHS.map((length) => (
            <label key={length}>
              <input
                type="radio"
                name="minutes"
                checked={minutes === length}
                onChange={() => setMinutes(length)}
              />
              <span>{length}</span>
            </label>
          ))}
        </fieldset>
        <p role="status">
          {others.map(
            ({ record, appointment }) =>
              `${record.client.name} comes at ${clockTime(appointment.starts)} for ${appointment.minutes} minutes. `,
          )}
          {date && clock && others.length === 0 ? `${longDate(date)} at this time is free.` : ''}
        </p>
        <div className="main-action">
          <button type="submit" className="button button-main" disabled={isBusy}>
            {others.length > 0 ? 'Book all the same' : 'Book'}
          </button>
        </div>
      </form>
    </Page>
  );
}

/** Who is booked on a day; nobody while that is not known. */
function useDay(date: string | undefined): TodayView['clients'] {
  const [day, setDay] = useState<TodayView>();
  useEffect(() => {
    if (date === undefined) return;
    let isCurrent = true;
    getToday(date).then(
      (view) => isCurrent && setDay(view),
      // Only a warning: booking itself says when the server is away.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [date]);
  return day && day.date === date ? day.clients : [];
}
