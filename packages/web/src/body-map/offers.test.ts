import { expect, test } from 'vitest';
import { body } from '../testing/body.ts';
import { offersOf } from './offers.ts';

const anywhere = offersOf(body, 'anywhere');
const joints = offersOf(body, 'joints');

const idsIn = ({ zones }: typeof anywhere): string[] =>
  zones.flatMap(({ places, small, closeUps }) => [
    ...[...places, ...small].map(({ id }) => id),
    ...closeUps.flatMap(({ rows }) => rows.flatMap((row) => row.places.map(({ id }) => id))),
  ]);

test('every region and every small place can be marked exactly once', () => {
  const ids = idsIn(anywhere);
  const all = [...body.data.regions, ...body.data.details].map(({ id }) => id);
  expect([...ids].sort()).toEqual([...all].sort());
});

test('when joints are asked for, only joints, hands and feet are offered', () => {
  for (const id of idsIn(joints))
    expect(body.isJoint(id) || /^(hand|foot)-(right|left)$/.test(id), id).toBe(true);
});

test('every joint is offered when joints are asked for', () => {
  const offered = idsIn(joints);
  const all = [...body.data.parts, ...body.data.details].filter(({ joint }) => joint);
  expect(all.map(({ id }) => id).filter((id) => !offered.includes(id))).toEqual([]);
});

test('a tap on either face of a joint means the joint', () => {
  expect(joints.placeAt('wrist-front-right')).toBe('wrist-right');
  expect(joints.placeAt('wrist-back-right')).toBe('wrist-right');
});

test('a tap on a hand means the hand, for a finger can be chosen afterwards', () => {
  expect(joints.placeAt('palm-left')).toBe('hand-left');
});

test('a tap on the jaw means its joint', () => {
  expect(joints.placeAt('jaw-front-right')).toBe('jaw-joint-right');
});

test('a tap between joints means nothing when joints are asked for', () => {
  for (const region of ['thigh-front-right', 'forearm-back-left', 'abdomen-left', 'shin-right'])
    expect(joints.placeAt(region)).toBeUndefined();
});

test('a tap anywhere means the region itself', () => {
  expect(anywhere.placeAt('calf-right')).toBe('calf-right');
});

test('"Both hands and wrists" marks joints where joints are asked for, and faces elsewhere', () => {
  const find = ({ sets }: typeof anywhere) => sets.find(({ id }) => id === 'both-hands')?.places;
  expect([...(find(joints) ?? [])].sort()).toEqual([
    'hand-left',
    'hand-right',
    'wrist-left',
    'wrist-right',
  ]);
  expect(find(anywhere)).toHaveLength(8);
});

test('the close-up of a hand has a row to a joint, mirrored for the left', () => {
  const closeUp = (id: string) =>
    anywhere.zones.flatMap(({ closeUps }) => closeUps).find((each) => each.id === id);
  const row = (id: string, label: string) =>
    closeUp(id)
      ?.rows.find((each) => each.label === label)
      ?.places.map(({ short }) => short);
  expect(row('hand-right', 'Knuckle')).toEqual(['Thumb', 'Index', 'Middle', 'Ring', 'Little']);
  expect(row('hand-left', 'Knuckle')).toEqual(['Little', 'Ring', 'Middle', 'Index', 'Thumb']);
  expect(row('hand-right', 'Base of thumb')).toEqual(['Base of thumb']);
  expect(row('foot-right', 'Toe joint')).toEqual(['Big', 'Second', 'Third', 'Fourth', 'Little']);
});
