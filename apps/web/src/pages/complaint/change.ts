import { useMutation, useQueryClient } from '@tanstack/react-query';
import { complaintQuery } from '../../api/queries.js';
import type { ComplaintView } from '../../api/types.js';

/** A change that answers with the complaint as it now stands: shown at once, everything else read again. */
export function useComplaintChange<Input>(
  id: string,
  change: (input: Input) => Promise<ComplaintView>,
  done: (complaint: ComplaintView) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (complaint) => {
      queries.setQueryData(complaintQuery(id).queryKey, complaint);
      done(complaint);
      void queries.invalidateQueries();
    },
  });
}
