import type { Engine } from '@assuage/safety';
import { placeText } from '../../state/derive.ts';
import type { SessionSegment } from '../../state/record.ts';
import { techniqueName } from '../../state/techniques.ts';

interface SegmentLineProps {
  readonly engine: Engine;
  readonly segment: SessionSegment;
}

export function SegmentLine({ engine, segment }: SegmentLineProps) {
  const { places, technique, pressure, minutes } = segment;
  return (
    <span>
      <b>{placeText(engine, places)}</b>: {techniqueName(engine, technique)}, pressure {pressure},{' '}
      {minutes} min
    </span>
  );
}
