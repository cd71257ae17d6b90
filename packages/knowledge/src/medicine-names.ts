/**
 * What medicines are called: generic names, brands and other words that people type, each with the
 * classes (subjects in `knowledge/medicines/`) whose rules hold for it. Search data, not facts: a
 * client's profile records the classes.
 */
import * as v from 'valibot';
import { Citation, id, sentence, word } from './fields.ts';

const words = v.optional(v.pipe(v.array(word), v.minLength(1, 'leave it out when there are none')));

const ROUTES = [
  'mouth',
  'injection',
  'infusion',
  'patch',
  'skin',
  'inhaled',
  'eye',
  'nose',
  'rectal',
  'vaginal',
  'implant',
  'under the tongue',
] as const;

const MedicineName = v.strictObject({
  /** The generic name: "warfarin". */
  name: word,
  /** Other words for it: salts, spellings of other countries, short forms. */
  also: words,
  brands: words,
  /** Each of them holds for whoever takes it. More than one for combined products and double effects. */
  classes: v.pipe(v.array(id), v.minLength(1, 'needs the class whose rules hold for it')),
  atc: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[A-Z]\d\d[A-Z][A-Z]\d\d$/, 'the ATC code of one medicine is like L04AX03'),
    ),
  ),
  /** Read in this source where a class does not follow ATC, or the medicine has no code. */
  checked: v.optional(id),
  /** Left out: by mouth. */
  routes: v.optional(v.pipe(v.array(v.picklist(ROUTES)), v.minLength(1))),
});

export const MedicineNames = v.strictObject({
  kind: v.literal('medicine-names'),
  id,
  name: sentence,
  /** The public lists against which the classes of this file were checked. */
  sources: v.pipe(v.array(Citation), v.minLength(1, 'needs the list it was checked against')),
  names: v.pipe(v.array(MedicineName), v.minLength(1, 'needs at least one medicine')),
});

export type MedicineName = v.InferOutput<typeof MedicineName>;
export type MedicineNames = v.InferOutput<typeof MedicineNames>;

/** One medicine as the program keeps it. Codes and routes are for those who read and check the files. */
export interface NamedMedicine {
  /** The generic name first, then every other word for it. */
  readonly words: readonly string[];
  /** Ids of the classes whose rules hold for whoever takes it. */
  readonly classes: readonly string[];
}

export const namedMedicine = (line: MedicineName): NamedMedicine => ({
  words: wordsFor(line),
  classes: line.classes,
});

export const wordsFor = ({ name, also = [], brands = [] }: MedicineName): string[] => [
  name,
  ...also,
  ...brands,
];
