import { useComputedColorScheme } from '@mantine/core';
import { LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measures } from '../api/types.js';
import { incidenceOption } from './incidence-option.js';

register([LineChart, GridComponent, LabelLayout, SVGRenderer]);

const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Shares removed, refused and silent by day 7, 15, 30 and 60 as step curves with bands; the table beneath holds the numbers. */
export function IncidenceChart({ byDay }: { byDay: Measures['outcomeByDay'] }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    if (box.current === null) return undefined;
    const chart = init(box.current, undefined, { renderer: 'svg' });
    chart.setOption(
      incidenceOption(byDay, {
        words: {
          removed: t('measures.fate.removed'),
          refused: t('measures.fate.refused'),
          downUnattributed: t('measures.fate.downUnattributed'),
          withdrawn: t('measures.fate.withdrawn'),
          other: t('measures.fate.other'),
          silence: t('measures.fate.silence'),
        },
        colours: { removed: colour('--removed'), refused: colour('--refused'), silence: colour('--waiting') },
        text: colour('--mantine-color-dimmed'),
        line: colour('--line'),
        axis: t('measures.incidence.axis'),
      }),
    );
    const watch = new ResizeObserver(() => {
      chart.resize();
    });
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [byDay, t, scheme]);
  return <div ref={box} className="chart" role="img" aria-label={t('measures.incidence.chart')} />;
}
