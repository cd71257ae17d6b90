import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BodyData, coversMask, createBody, hasRegion, isEmptyMask, touchesMask } from './body.ts';
import { parseFile } from './file.ts';
import { bodyFile } from './testing/files.ts';

const parsed = parseFile(bodyFile, BodyData);
if (!parsed.ok) throw new Error('body.yaml cannot be read');
const body = createBody(parsed.file.value);
const regionsOf = (place: string): string[] =>
  body.regions.filter((_, i) => hasRegion(body.mask(place), i)).map((region) => region.id);
const beyond = (place: string): string[] =>
  body.regions.filter((_, i) => hasRegion(body.beyond(place), i)).map((region) => region.id);
const anyPlace = fc.constantFrom(...body.allIds());

describe('the body', () => {
  it('has 8 zones, 39 parts, 71 drawn regions and 82 details', () => {
    const { zones, parts, regions, details } = body.data;
    expect([zones.length, parts.length, regions.length, details.length]).toEqual([8, 39, 71, 82]);
  });

  it('expands a part to its front and back, and a joint of a finger to the hand it lies on', () => {
    expect(regionsOf('wrist-right')).toEqual(['wrist-front-right', 'wrist-back-right']);
    expect(regionsOf('knuckle-index-right')).toEqual(['palm-right', 'hand-back-right']);
  });

  it('knows that the hand lies beyond the wrist, and not the other way round', () => {
    expect(beyond('wrist-right')).toEqual(['palm-right', 'hand-back-right']);
    expect(beyond('hand-right')).toEqual([]);
  });

  it('knows that everything below the hip lies beyond it on that side only', () => {
    const regions = beyond('hip-left');
    expect(regions).toContain('calf-left');
    expect(regions).toContain('sole-left');
    expect(regions).not.toContain('hip-front-left');
    expect(regions.some((region) => region.endsWith('-right'))).toBe(false);
  });

  it('has nothing beyond the neck or the trunk', () => {
    for (const place of ['neck', 'upper-back', 'abdomen', 'jaw-joint-right'])
      expect(isEmptyMask(body.beyond(place))).toBe(true);
  });

  it('marks chest, pelvis, groin and buttocks as needing consent', () => {
    for (const place of ['chest-right', 'pelvis', 'groin-left', 'buttock-right', 'breast-left'])
      expect(body.isSensitive(place)).toBe(true);
    expect(body.isSensitive('upper-back')).toBe(false);
  });

  it('every place has a label and at least one drawn region', () => {
    for (const place of body.allIds()) {
      expect(body.label(place).length).toBeGreaterThan(2);
      expect(isEmptyMask(body.mask(place))).toBe(false);
    }
  });

  it('names a mask by places that together are exactly that mask', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyPlace, { minLength: 1, maxLength: 6 }), (places) => {
        const mask = new Uint32Array(body.everywhere.length);
        for (const place of places)
          body.mask(place).forEach((word, i) => {
            mask[i] = (mask[i] ?? 0) | word;
          });
        const again = new Uint32Array(mask.length);
        for (const place of body.name(mask))
          body.mask(place).forEach((word, i) => {
            again[i] = (again[i] ?? 0) | word;
          });
        expect([...again]).toEqual([...mask]);
      }),
    );
  });

  it('around a place covers it, and touching goes both ways', () => {
    fc.assert(
      fc.property(anyPlace, anyPlace, (a, b) => {
        expect(coversMask(body.around(a), body.mask(a))).toBe(true);
        expect(touchesMask(body.mask(a), body.mask(b))).toBe(
          touchesMask(body.mask(b), body.mask(a)),
        );
      }),
    );
  });
});
