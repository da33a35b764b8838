import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { recogniseQuery } from '../../api/queries.js';
import type { RecognisedView } from '../../api/types.js';

/** How long after the last key a text is read, milliseconds. */
const PAUSE = 400;

/** What the pasted text holds; the last reading stays shown while a new one is on its way. */
export function useListings(text: string, platform: string) {
  const [settled] = useDebouncedValue(text, PAUSE);
  const isBlank = text.trim() === '';
  const query = useQuery({
    ...recogniseQuery(settled, platform),
    enabled: settled.trim() !== '',
    placeholderData: keepPreviousData,
  });
  return {
    read: isBlank ? undefined : query.data,
    reading: !isBlank && (settled !== text || query.isFetching),
    fault: isBlank ? null : query.error,
  };
}

type Listing = RecognisedView['listings'][number];

/** Stands on a platform that is known, and not on the one the complaint goes to. */
export const isElsewhere = ({ platform: found }: Listing, platform: string): boolean =>
  platform !== '' && found !== null && found !== platform;

/** The addresses a complaint with the platform is about: those known to stand elsewhere are left out. */
export const reportedUrls = (read: RecognisedView | undefined, platform: string): string[] =>
  (read?.listings ?? []).filter((listing) => !isElsewhere(listing, platform)).map(({ url }) => url);
