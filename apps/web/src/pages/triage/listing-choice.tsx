import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DecidedOutcome, ItemView, ReplyView } from '../../api/types.js';
import { OutcomeMark } from '../../words/mark.js';

/** What reading the reply suggests for this one listing, where it names listings one by one. */
export const suggestedFor = ({ suggestion }: ReplyView, { url }: ItemView): DecidedOutcome | undefined =>
  suggestion?.listings?.find((listing) => listing.url === url)?.outcome;

interface ListingChoiceProps {
  reply: ReplyView;
  items: readonly ItemView[];
  ticked: string[];
  tick: (ids: string[]) => void;
}

/** The listings still open, to be decided together or one after the other. */
export function ListingChoice({ reply, items, ticked, tick }: ListingChoiceProps) {
  const { t } = useTranslation();
  return (
    <Checkbox.Group
      label={t('triage.items')}
      description={items.length > 1 ? t('triage.itemsHint') : undefined}
      value={ticked}
      onChange={tick}
    >
      <div className="stack-tight" style={{ marginTop: 4 }}>
        {items.map((item) => (
          <Checkbox
            key={item.id}
            value={item.id}
            label={<Listing item={item} suggested={suggestedFor(reply, item)} />}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function Listing({ item, suggested }: { item: ItemView; suggested: DecidedOutcome | undefined }) {
  return (
    <span className="break">
      {item.title ?? item.url} {suggested !== undefined && <OutcomeMark outcome={suggested} />}
    </span>
  );
}
