import type { RegionSpec } from '../region.ts'
import type { VillagePlan } from '../draft.ts'

/** The ten streets; 大榭街道 and 保税区 are under their own administration and are not among them. */
export const BEILUN: RegionSpec = {
  id: 'beilun',
  name: '北仑区',
  code: '330206',
  towns: [
    ['新碶街道', 'xinqi', '330206002'],
    ['小港街道', 'xiaogang', '330206003'],
    ['大碶街道', 'daqi', '330206004'],
    ['柴桥街道', 'chaiqiao', '330206006'],
    ['霞浦街道', 'xiapu', '330206005'],
    ['戚家山街道', 'qijiashan', '330206007'],
    ['春晓街道', 'chunxiao', '330206008'],
    ['梅山街道', 'meishan', '330206009'],
    ['白峰街道', 'baifeng', '330206011'],
    ['郭巨街道', 'guoju', '330206010'],
  ],
}

/** Named places give some villages their position; the villages around the expressway at 霞浦 are fixed for exercises. */
export const BEILUN_VILLAGES: VillagePlan = {
  exact: {
    '新碶街道/高塘村': 'P0013',
    '小港街道/下邵村': 'P0014',
    '小港街道/长山社区': 'P0015',
    '大碶街道/嘉溪村': 'P0018',
    '霞浦街道/陈华村': 'P0019',
    '霞浦街道/山前村': 'P0020',
    '柴桥街道/河头村': 'P0023',
    '柴桥街道/洪岙村': 'P0024',
    '柴桥街道/穿山村': 'P0025',
    '春晓街道/三山村': 'P0026',
    '春晓街道/昆亭村': 'P0027',
    '白峰街道/上阳村': 'P0028',
  },
  fixed: {
    '霞浦街道/霞南村': ['P0005', 140, -980],
    '霞浦街道/霞西村': ['P0005', -330, -1130],
    '霞浦街道/河西村': ['P0005', -250, -620],
    '霞浦街道/河东村': ['P0005', 620, -540],
    '霞浦街道/水俞村': ['P0005', 900, -150],
    '霞浦街道/上傅村': ['P0021', 150, -260],
  },
  hills: [
    {
      town: '柴桥街道',
      anchors: ['P0023', 'P0142', 'P0022'],
      villages: [
        '岭下村',
        '沙溪村',
        '上史村',
        '洪溪村',
        '水芹村',
        '大溟村',
        '久勤村',
        '四合村',
        '高村',
        '东山门村',
        '红光村',
      ],
    },
    {
      town: '大碶街道',
      anchors: ['P0017', 'P0143', 'P0018'],
      villages: [
        '城湾村',
        '新路村',
        '共同村',
        '杨岙村',
        '和鸽村',
        '西岙山村',
        '东岙山村',
        '莘岙村',
        '璎珞村',
        '清水村',
        '青林村',
        '城联村',
      ],
    },
    {
      town: '白峰街道',
      anchors: ['P0028', 'P0007'],
      villages: ['官庄村', '门浦村', '小门村', '阳东村', '勤山村', '司沿村', '新峰村'],
    },
    {
      town: '郭巨街道',
      anchors: ['P0008'],
      villages: ['福民村', '尖岭岙村', '双岙村', '谢家岙村', '华峙村', '大岭下村', '盛岙村', '长浦村'],
    },
    { town: '春晓街道', anchors: ['P0026', 'P0009', 'P0027'], villages: ['咸昶村', '民丰村', '干岙村', '慈岙村'] },
    { town: '梅山街道', anchors: ['P0010'], villages: ['碑塔村', '梅西村'] },
    { town: '小港街道', anchors: ['P0015', 'P0014'], villages: ['剡岙村', '孔墅村', '堰山村', '丁家山村', '大石门村'] },
    { town: '霞浦街道', anchors: ['P0021'], villages: ['通山村', '宝山村'] },
  ],
}
