/** Short names of the documents and data the records rest on. */
export const SOURCES = {
  beilunPlan: '《北仑区应急管理“十四五”发展规划》(仑发改〔2021〕80号)',
  cixiPlan: '《慈溪市应急管理“十四五”规划》(修改稿，2021年10月)',
  gazetteer: '示意地名表(手工编制，含OSM医院，ODbL)',
  osm: '© OpenStreetMap contributors (ODbL 1.0)',
  divisions: '国家统计局统计用区划代码(2023-06-30)',
  roads: '示意路网(自编，CC0-1.0)',
  areas: '示意区划(ODbL，岸线含OSM与GSHHG)',
} as const
