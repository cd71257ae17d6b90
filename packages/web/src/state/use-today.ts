/** Today's date in the page, also when the tablet was left open overnight. */
import { useEffect, useState } from 'react';
import { localToday } from '../components/times.ts';

export function useToday(): string {
  const [today, setToday] = useState(() => localToday());
  useEffect(() => {
    const look = () => setToday(localToday());
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return today;
}
