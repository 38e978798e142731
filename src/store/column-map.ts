/** In: the columns of fields that are kept as they are. Out: the ways between a thing and its row, for these fields. */
export const columnMap = <const Columns extends Readonly<Record<string, string>>>(columns: Columns) => {
  const pairs = Object.entries(columns);
  return {
    toRow: <Thing extends Readonly<Record<keyof Columns, unknown>>>(thing: Thing) =>
      Object.fromEntries(pairs.map(([field, column]) => [column, thing[field]])) as {
        [Field in keyof Columns as Columns[Field]]: Thing[Field];
      },
    fromRow: <Row extends Readonly<Record<Columns[keyof Columns], unknown>>>(row: Row) =>
      Object.fromEntries(pairs.map(([field, column]) => [field, row[column as keyof Row]])) as {
        [Field in keyof Columns]: Row[Columns[Field]];
      },
  };
};
