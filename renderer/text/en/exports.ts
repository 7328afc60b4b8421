import type { Wording } from '../wording.ts'
import type { exports as chinese } from '../zh-CN/exports.ts'

/** Export of the library to files. */
export const exports: Wording<typeof chinese> = {
  exports: {
    title: 'Export data',
    open: 'Export (Ctrl+S)',
    scope: 'What',
    scopes: { list: '{{table}}: as filtered', table: '{{table}}: whole table', all: 'All data and plans' },
    format: 'Format',
    formats: {
      csv: 'CSV',
      xlsx: 'Excel workbook (.xlsx)',
      geojson: 'GeoJSON',
      kml: 'KML',
      shp: 'Shapefile',
      template: 'Empty template (.xlsx with drop-downs)',
    },
    shape: 'As',
    shapes: { zip: 'one zip file', folder: 'a new folder' },
    who: 'Exported by',
    reason: 'Purpose',
    required: 'required',
    preview: '{{count}} records. Who, purpose and place are kept in the record of exports.',
    demo: 'Contains demonstration data; the file name and 说明.txt say so.',
    personal: 'I confirm exporting personal data ({{tables}})',
    go: 'Choose place and export (Ctrl+Enter)',
    cancel: 'Cancel export',
    close: 'Close (Esc)',
    progress: 'Writing {{file}}, {{records}} of {{of}} records',
    done: 'Exported {{count}} records to {{path}}',
  },
}
