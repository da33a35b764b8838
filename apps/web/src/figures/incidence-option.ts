import type { LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { Day, Fate, Figure, Measures } from '../api/types.js';

export type IncidenceOption = ComposeOption<LineSeriesOption | GridComponentOption>;

export const days: readonly Day[] = [7, 15, 30, 60];
/** The fates drawn; the others are rare and stand in the table. */
export const drawnFates: readonly Fate[] = ['removed', 'refused', 'silence'];

interface Look {
  words: Record<Fate, string>;
  colours: Partial<Record<Fate, string>>;
  text: string;
  line: string;
  axis: string;
}

type Point = [day: number, percent: number];

/** Everything is silent at delivery; the other shares begin at 0. Figures that are withheld end the curve. */
function points(byDay: Measures['outcomeByDay'], fate: Fate, read: (figure: Figure) => number | null): Point[] {
  const found: Point[] = [[0, fate === 'silence' ? 100 : 0]];
  for (const day of days) {
    const value = read(byDay[day][fate]);
    if (value === null) break;
    found.push([day, value * 100]);
  }
  return found;
}

/** A band is two stacked lines: its lower end unseen, its width filled. */
function band(byDay: Measures['outcomeByDay'], fate: Fate, colour: string): LineSeriesOption[] {
  const low = points(byDay, fate, (figure) => figure.low);
  const high = points(byDay, fate, (figure) => figure.high);
  const width = low.map(([day, from], i): Point => [day, (high[i]?.[1] ?? from) - from]);
  const unseen: LineSeriesOption = {
    type: 'line',
    step: 'end',
    stack: `band-${fate}`,
    stackStrategy: 'all',
    showSymbol: false,
    silent: true,
    lineStyle: { width: 0 },
    color: colour,
  };
  return [
    { ...unseen, data: low },
    { ...unseen, data: width, areaStyle: { color: colour, opacity: 0.16 } },
  ];
}

const dashes: Partial<Record<Fate, 'solid' | 'dashed' | 'dotted'>> = { refused: 'dashed', silence: 'dotted' };

/** The chart as data, so that a report can draw the same picture. */
export function incidenceOption(byDay: Measures['outcomeByDay'], look: Look): IncidenceOption {
  const curves = drawnFates.flatMap((fate): LineSeriesOption[] => {
    const colour = look.colours[fate] ?? look.text;
    const curve: LineSeriesOption = {
      type: 'line',
      step: 'end',
      name: look.words[fate],
      data: points(byDay, fate, (figure) => figure.value),
      symbol: 'circle',
      symbolSize: 6,
      color: colour,
      lineStyle: { width: 2, type: dashes[fate] ?? 'solid' },
      endLabel: { show: true, formatter: '{a}', color: colour, fontWeight: 600, distance: 8 },
      labelLayout: { moveOverlap: 'shiftY' },
    };
    return [...band(byDay, fate, colour), curve];
  });
  const text = { color: look.text, fontSize: 12 };
  return {
    animation: false,
    textStyle: { fontFamily: 'Inter Variable, sans-serif' },
    grid: { left: 8, right: 130, top: 12, bottom: 34, containLabel: true },
    xAxis: {
      type: 'value',
      min: 0,
      max: 60,
      name: look.axis,
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: text,
      axisLabel: { ...text, customValues: [0, 7, 15, 30, 60] },
      axisTick: { customValues: [0, 7, 15, 30, 60] },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      interval: 25,
      axisLabel: { ...text, formatter: '{value} %' },
      splitLine: { lineStyle: { color: look.line } },
    },
    series: curves,
  };
}
