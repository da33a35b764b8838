import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { packAddress } from '../../api/download.js';
import { ApiFault } from '../../api/fault.js';
import { complaintQuery, guidedFormQuery } from '../../api/queries.js';
import type { ComplaintView, GuidedFormView } from '../../api/types.js';
import { PageHead } from '../../frame/page-head.js';
import { Loaded } from '../../frame/states.js';
import { Ends } from './ends.js';
import { Field } from './field.js';
import { useTicked } from './use-ticked.js';

const route = getRouteApi('/frame/complaints/$id/by-hand');

/** Filing on the platform's own form: every field with what goes into it, and what became of it. */
export function ByHandForm() {
  const { id } = route.useParams();
  const complaint = useQuery(complaintQuery(id));
  const form = useQuery(guidedFormQuery(id));
  return (
    <div className="page-narrow">
      <Loaded query={complaint}>
        {(read) => (
          <>
            <Head complaint={read} />
            {form.error instanceof ApiFault && form.error.status === 409 ? (
              <NothingToDo id={id} />
            ) : (
              <Loaded query={form}>
                {(guide) => <Form key={guide.attemptId} form={guide} files={read.evidenceFiles} />}
              </Loaded>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}

function Head({ complaint: { reference, platformName, id } }: { complaint: ComplaintView }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHead
        title={t('guided.title', { platform: platformName })}
        above={[{ to: '/by-hand', title: t('delivery.byHand.title') }]}
      />
      <p>
        <Link to="/complaints/$id" params={{ id }}>
          {reference}
        </Link>
      </p>
    </>
  );
}

/** Somebody recorded it in the meantime, or nothing was ever to be done by hand. */
function NothingToDo({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <p className="empty">
      {t('guided.nothing')}{' '}
      <Link to="/complaints/$id" params={{ id }}>
        {t('guided.toComplaint')}
      </Link>
    </p>
  );
}

function Form({ form, files }: { form: GuidedFormView; files: ComplaintView['evidenceFiles'] }) {
  const { t } = useTranslation();
  const { ticked, tick } = useTicked(form.attemptId);
  return (
    <div className="stack">
      <p>{t('guided.lead')}</p>
      <div className="row">
        {form.url !== null && (
          <Button component="a" href={form.url} rel="noreferrer noopener" target="_blank">
            {t('guided.open', { platform: form.platformName })}
          </Button>
        )}
        <Button component="a" variant="default" href={packAddress(form.complaintId)} download>
          {t('guided.pack')}
        </Button>
      </div>
      <div className="stack-tight">
        <h2>{t('guided.fields')}</h2>
        <p className="quiet" role="status">
          {t('guided.progress', { done: ticked.size, all: form.steps.length })}
        </p>
        <ol className="plain-list stack-tight">
          {form.steps.map((step, place) => (
            <Field
              // a field has no identity but its place in the form
              key={place}
              step={step}
              files={files}
              done={ticked.has(place)}
              tick={(done) => {
                tick(place, done);
              }}
            />
          ))}
        </ol>
      </div>
      <Ends complaintId={form.complaintId} />
    </div>
  );
}
