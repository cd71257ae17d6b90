import { describe, expect, it } from 'vitest';
import { fixture } from './testing/fixture.ts';
import { lowerFirst, placesInText } from './wording.ts';

describe('Places in a sentence', () => {
  it.each([
    [['wrist-right'], 'the right wrist'],
    [['forearm-right', 'forearm-left'], 'both forearms'],
    [['foot-left', 'foot-right'], 'both feet'],
    [['calf-right', 'calf-left'], 'both calves'],
    [['thigh-back-right', 'thigh-back-left'], 'the back of both thighs'],
    [['thigh-back-left'], 'the back of the left thigh'],
    [['lower-back-right', 'lower-back-left'], 'both sides of the lower back'],
    [['abdomen-right', 'abdomen-left'], 'both sides of the tummy'],
    [['arm-right', 'arm-left'], 'both shoulders, arms and hands'],
    [['forearm-back-right', 'forearm-back-left'], 'both forearms, back of hand side'],
    [['neck-back', 'hand-right', 'hand-left'], 'the back of the neck and both hands'],
    [['everywhere'], 'the whole body'],
  ])('%j is "%s"', (places, text) => {
    expect(placesInText(fixture, places)).toBe(text);
  });
});

describe('Names in a sentence', () => {
  it.each([
    ['Gliding strokes', 'gliding strokes'],
    ['Swedish massage', 'Swedish massage'],
    ["Crohn's disease", "Crohn's disease"],
    ['MS', 'MS'],
  ])('%s is "%s"', (name, text) => {
    expect(lowerFirst(name)).toBe(text);
  });
});
