import type { Schema } from '../../api/calls';

/** Booked hours and capacity of a work centre, one entry a day. */
export type Load = Schema<'LoadReaderLoad'>;

export interface HeatCell {
  day: string;
  /** Booked hours divided by capacity; above 1 is too much. */
  share: number;
  booked: number;
  capacity: number;
}

export interface HeatRow {
  id: string;
  name: string;
  cells: HeatCell[];
}

/** The rows of the heat strip; every row has the same days. */
export function loadRows(load: Load[] | undefined): { days: string[]; rows: HeatRow[] } {
  const rows = (load ?? []).map((centre) => ({
    id: centre.workCentreId,
    name: centre.name,
    cells: centre.days.map(({ day, booked, capacity }) => {
      const hours = Number(capacity);
      return { day, booked: Number(booked), capacity: hours, share: hours > 0 ? Number(booked) / hours : 0 };
    }),
  }));
  return { days: rows[0]?.cells.map((cell) => cell.day) ?? [], rows };
}
