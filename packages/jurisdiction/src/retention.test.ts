import { expect, test } from 'vitest';
import { readJurisdictions } from './node/index.ts';
import { retentionOf } from './retention.ts';

const shipped = readJurisdictions();
const place = (id: string) => {
  const found = shipped.ok ? shipped.jurisdictions.find((one) => one.id === id) : undefined;
  if (!found) throw new Error(`no ${id}`);
  return found;
};

// Worked out by hand from the rule of each place.
test.each([
  // Ontario: ten years from the last entry are over at the end of 1 March 2026.
  ['an adult', 'ontario', '1968-04-12', '2016-03-01', false, '2026-03-02'],
  // 2026 has no 29 February: the ten years are over at the end of 1 March.
  ['an adult seen on a leap day', 'ontario', '1968-04-12', '2016-02-29', false, '2026-03-02'],
  // Eight years later there is a 29 February again.
  [
    'an adult seen on a leap day',
    'united-kingdom',
    '1968-04-12',
    '2016-02-29',
    false,
    '2024-03-01',
  ],
  // 18 on 20 June 2020, ten years more.
  ['a minor', 'ontario', '2002-06-20', '2015-01-10', true, '2030-06-21'],
  // 18 on 1 March 2022, as 2022 has no 29 February; ten years more.
  ['a minor born on a leap day', 'ontario', '2004-02-29', '2015-01-10', true, '2032-03-02'],
  // The day before the 18th birthday, and the birthday itself.
  ['a minor for one more day', 'ontario', '2002-06-20', '2020-06-19', true, '2030-06-21'],
  ['an adult since today', 'ontario', '2002-06-20', '2020-06-20', false, '2030-06-21'],
  // Six years from 2019 end in 2025; the 22nd birthday is in 2024: the longer counts.
  [
    'a minor whose years outlast the age',
    'new-york',
    '2002-06-20',
    '2019-11-05',
    true,
    '2025-11-06',
  ],
  [
    'a minor whose age outlasts the years',
    'new-york',
    '2002-06-20',
    '2012-11-05',
    true,
    '2024-06-21',
  ],
  // Until 25; 26 for one who was 17 when treated, which is longer than eight years.
  ['a child', 'united-kingdom', '2002-06-20', '2012-11-05', true, '2027-06-21'],
  ['a minor of 17', 'united-kingdom', '2002-06-20', '2019-11-05', true, '2028-06-21'],
])('%s in %s, born %s, last on %s', (_, where, born, last, wasMinor, destroyFrom) => {
  expect(retentionOf(place(where), { born, last })).toMatchObject({ wasMinor, destroyFrom });
});

test.each([
  ['adults in Texas', 'texas', '1968-04-12'],
  ['minors in Australia', 'australia', '2010-01-01'],
])('where the rule is unknown the record is kept: %s', (_, where, born) => {
  const found = retentionOf(place(where), { born, last: '2016-03-01' });
  expect(found.destroyFrom).toBeNull();
  expect(found.rule).toMatch(/unknown .*keep/);
});

test('a practice that has chosen no place keeps everything', () => {
  expect(retentionOf(undefined, { born: '1968-04-12', last: '1990-01-01' })).toEqual({
    wasMinor: false,
    destroyFrom: null,
    rule: 'no place is chosen in the settings: keep',
  });
});

test('the rule is told with how sure it is', () => {
  expect(retentionOf(place('ontario'), { born: '1968-04-12', last: '2016-03-01' }).rule).toBe(
    'Ontario, Canada: 10 years from the last entry',
  );
  expect(
    retentionOf(place('united-kingdom'), { born: '2002-06-20', last: '2019-11-05' }).rule,
  ).toBe(
    'United Kingdom: until the age of 25 (26 if last seen at 17), or 8 years from the last entry if that is longer, second-hand',
  );
});

test('a record without a date of birth may be of a minor, and is kept', () => {
  expect(retentionOf(place('ontario'), { born: null, last: '1990-03-01' })).toEqual({
    wasMinor: null,
    destroyFrom: null,
    rule: 'the date of birth is not known: keep',
  });
});
