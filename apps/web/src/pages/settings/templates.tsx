import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { platformsQuery, rightsHoldersQuery, templatesQuery } from '../../api/queries.js';
import type { TemplateView } from '../../api/types.js';
import { ButtonLink } from '../../frame/button-link.js';
import { Loaded } from '../../frame/states.js';
import { When } from '../../words/when.js';
import { RenameTemplate } from './rename-template.js';
import { useDeleteTemplate } from './use-delete-template.js';

/** Answers the workspace begins complaints from. */
export function Templates() {
  const { t } = useTranslation();
  const templates = useQuery(templatesQuery);
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section className="sheet">
      <h2 tabIndex={-1} ref={heading}>
        {t('settings.templates')}
      </h2>
      <p>{t('settings.templatesText')}</p>
      <Loaded query={templates}>
        {(read) =>
          read.length === 0 ? <Empty /> : <TemplateTable templates={read} deleted={() => heading.current?.focus()} />
        }
      </Loaded>
    </section>
  );
}

function Empty() {
  const { t } = useTranslation();
  return (
    <div className="stack-tight">
      <p className="quiet">{t('settings.noTemplates')}</p>
      <div>
        <ButtonLink variant="default" to="/complaints/new">
          {t('frame.newComplaint')}
        </ButtonLink>
      </div>
    </div>
  );
}

interface TemplateTableProps {
  templates: readonly TemplateView[];
  deleted: () => void;
}

function TemplateTable({ templates, deleted }: TemplateTableProps) {
  const { t } = useTranslation();
  const remove = useDeleteTemplate(deleted);
  return (
    <table className="table stackable register-table">
      <caption>{t('settings.templatesCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('settings.name')}</th>
          <th scope="col">{t('settings.begins')}</th>
          <th scope="col">{t('settings.keptBy')}</th>
          <th scope="col">
            <span className="hidden-label">{t('settings.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {templates.map((template) => (
          <tr key={template.id}>
            <th scope="row" className="break">
              <Link to="/complaints/new" search={{ template: template.id }}>
                {template.name}
              </Link>
            </th>
            <td data-label={t('settings.begins')}>
              <Answers template={template} />
            </td>
            <td data-label={t('settings.keptBy')}>
              {template.createdBy}{' '}
              <span className="quiet small">
                <When at={template.updatedAt} show="date" />
              </span>
            </td>
            <td className="number across">
              <span className="row">
                <RenameTemplate template={template} />
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('settings.deleteWhat', { name: template.name })}
                  onClick={() => {
                    remove(template);
                  }}
                >
                  {t('settings.delete')}
                </Button>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is filled in already, by its names. */
function Answers({ template: { answers } }: { template: TemplateView }) {
  const { t } = useTranslation();
  const platforms = useQuery(platformsQuery);
  const holders = useQuery(rightsHoldersQuery);
  const parts = [
    platforms.data?.find(({ slug }) => slug === answers.platform)?.name ?? answers.platform,
    answers.ground === undefined ? undefined : t(`words.ground.${answers.ground}`),
    holders.data?.find(({ id }) => id === answers.rightsHolderId)?.name,
  ].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? <span className="quiet">{t('settings.textOnly')}</span> : <>{parts.join(' · ')}</>;
}
