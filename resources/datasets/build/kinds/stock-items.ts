/** A kind of supply with our own code. The national code is left empty until the standard's lower levels are loaded. */
export interface StockItem {
  readonly code: string
  readonly name: string
  readonly unit: string
  /** Shelf life in months; 0 = no expiry. */
  readonly lifeMonths: number
  /** Quantities held by a district store, a street store and a village store; 0 = not held there. */
  readonly held: readonly [district: number, street: number, village: number]
}

function item(
  code: string,
  name: string,
  unit: string,
  lifeMonths: number,
  ...held: [number, number, number]
): StockItem {
  return { code, name, unit, lifeMonths, held }
}

/** What the stores hold; quantities are for exercises. */
export const STOCK_ITEMS: readonly StockItem[] = [
  item('LIFE_TENT_12', '救灾帐篷(12平方米)', '顶', 120, 420, 20, 0),
  item('LIFE_QUILT', '棉被(2.0×1.8米)', '床', 96, 2600, 160, 40),
  item('LIFE_BLANKET', '毛毯(2.0×1.5米)', '条', 96, 1200, 80, 20),
  item('LIFE_MAT', '凉席', '张', 60, 1600, 100, 40),
  item('LIFE_BED', '折叠床', '张', 120, 2400, 140, 40),
  item('LIFE_WATER_L', '饮用水', '升', 12, 26000, 2200, 400),
  item('LIFE_FOOD_KG', '应急食品', '千克', 12, 4600, 380, 60),
  item('LIFE_INFANT', '婴幼儿用品包', '套', 24, 160, 20, 0),
  item('LIFE_HYGIENE', '卫生用品包', '套', 36, 2600, 160, 30),
  item('LIFE_RAINCOAT', '雨衣', '件', 60, 1800, 200, 60),
  item('LIFE_TORCH', '强光手电', '支', 60, 800, 60, 20),
  item('LIFE_TOILET', '移动厕所', '座', 0, 40, 4, 0),
  item('LIFE_JACKET', '救生衣', '件', 60, 600, 80, 20),
  item('LIFE_BUOY', '救生圈', '个', 60, 160, 30, 8),
  item('BOAT_RUBBER', '橡皮艇', '艘', 96, 18, 2, 0),
  item('ROPE_M', '救生绳', '米', 60, 4000, 500, 100),
  item('PUMP_SUB_200', '潜水泵(200立方米每小时)', '台', 120, 46, 6, 1),
  item('PUMP_HOSE_M', '排水软管', '米', 60, 3600, 400, 60),
  item('SANDBAG', '编织沙袋', '只', 36, 26000, 3000, 500),
  item('GEOTEXTILE_M2', '土工布', '平方米', 60, 9000, 800, 0),
  item('TARPAULIN', '彩条布', '平方米', 36, 8000, 900, 200),
  item('GENSET_50KW', '发电机(50千瓦)', '台', 120, 12, 1, 0),
  item('GENSET_5KW', '发电机(5千瓦)', '台', 120, 30, 3, 1),
  item('LIGHT_TOWER', '移动照明灯塔', '台', 120, 14, 1, 0),
  item('FUEL_DIESEL_L', '柴油', '升', 6, 8000, 600, 0),
  item('FUEL_PETROL_L', '汽油', '升', 6, 1800, 200, 0),
  item('FOAM_AR_T', '抗溶性泡沫液', '吨', 36, 36, 0, 0),
  item('FOAM_AFFF_T', '水成膜泡沫液', '吨', 60, 28, 0, 0),
  item('POWDER_T', '干粉灭火剂', '吨', 60, 12, 0, 0),
  item('ABSORB_KG', '吸附棉', '千克', 60, 2600, 80, 0),
  item('BOOM_M', '围油栏', '米', 60, 1800, 0, 0),
  item('DRAIN_COVER', '雨水井封堵垫', '只', 60, 120, 12, 0),
  item('LIME_T', '熟石灰(酸性物中和)', '吨', 12, 40, 0, 0),
  item('CITRIC_KG', '柠檬酸(氨水中和)', '千克', 36, 3200, 0, 0),
  item('HYPOCHLORITE_KG', '次氯酸钙(洗消)', '千克', 12, 1200, 0, 0),
  item('PLUG_KIT', '堵漏工具组', '套', 60, 10, 0, 0),
  item('TRANSFER_PUMP', '防爆输转泵', '台', 96, 6, 0, 0),
  item('DECON_TENT', '公众洗消帐篷', '顶', 96, 6, 0, 0),
  item('PPE_A', '一级化学防护服', '套', 60, 36, 0, 0),
  item('PPE_B', '二级化学防护服', '套', 60, 120, 6, 0),
  item('PPE_MASK_NH3', '防毒面具(氨滤罐)', '套', 36, 320, 20, 0),
  item('PPE_ESCAPE_HOOD', '逃生头罩', '个', 36, 1200, 60, 0),
  item('PPE_SCBA', '正压式空气呼吸器', '套', 120, 80, 2, 0),
  item('GAS_DETECTOR', '四合一气体检测仪', '台', 36, 30, 3, 0),
  item('MED_FIRSTAID', '急救包', '个', 36, 500, 40, 10),
  item('MED_STRETCHER', '担架', '副', 96, 120, 12, 3),
  item('MED_BURN_KIT', '烧伤处置包', '个', 24, 160, 0, 0),
  item('FOREST_BLOWER', '风力灭火机', '台', 96, 60, 8, 2),
  item('FOREST_BEATER', '灭火拖把', '把', 60, 400, 60, 20),
  item('FOREST_BACKPACK', '背负式水枪', '支', 60, 160, 20, 6),
  item('FOREST_PUMP', '森林消防高压泵', '台', 96, 16, 1, 0),
  item('FIRE_HOSE_M', '消防水带', '米', 60, 6000, 400, 0),
  item('EXTRICATION_SET', '液压破拆工具组', '套', 96, 6, 1, 0),
  item('RADIO_SET', '数字对讲机', '台', 60, 120, 10, 2),
  item('SAT_PHONE', '卫星电话', '部', 60, 16, 1, 0),
  item('CORDON_TAPE_M', '警戒带', '米', 36, 8000, 800, 100),
  item('TRAFFIC_CONE', '反光锥桶', '个', 60, 800, 60, 10),
]
