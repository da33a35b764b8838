import type { RightsHolderView } from '../../api/types.js';
import { HolderDialog } from '../rights/holder-dialog.js';

interface AddHolderProps {
  opened: boolean;
  close: () => void;
  added: (holder: RightsHolderView) => void;
}

/** Records a rights holder without leaving the complaint. */
export const AddHolder = (dialog: AddHolderProps) => <HolderDialog {...dialog} />;
