import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { checkQuery } from '../../api/queries.js';
import type { CheckInput, CheckView } from '../../api/types.js';

/** How long after the last change the complaint is looked over, milliseconds. */
const PAUSE = 600;

/** What speaks against the complaint as it is filled in; undefined until there is enough to look over. */
export function useCheck(input: CheckInput | null): CheckView | undefined {
  const text = input === null ? '' : JSON.stringify(input);
  const [settled] = useDebouncedValue(text, PAUSE);
  const { data } = useQuery({
    ...checkQuery(settled === '' ? emptyInput : (JSON.parse(settled) as CheckInput)),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
  });
  return text === '' || settled === '' ? undefined : data;
}

/** Never asked about. */
const emptyInput: CheckInput = {
  platform: '',
  rightsHolderId: '',
  rightIds: [],
  ground: 'counterfeit',
  explanation: '',
  items: [],
};
