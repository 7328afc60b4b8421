import type { Wordings } from '../wording.ts'

/** Wordings of alternatives by code, Simplified Chinese. */
export const alternativeReasons: Wordings = {
  'decision-cover-kept': '本方案没有使任何街道失去原有消防覆盖，无须取舍',
  'decision-own-only': '本方案只用本区力量，没有外援可退',
  'decision-no-side': '没有单一事发点或集结点，不存在换边进入的问题',
  'decision-no-choice-hz12': '没有来得及撤离又允许就地躲避的人员：按避险规则（HZ12）去留没有选择',
  'decision-posture-no-data': '进攻与防御的取舍取决于现场火势和结构，数据中没有依据，不作方案，由战术指挥部现场决定',
  'alternative-sooner': '首个有效行动（{needs}）第{firstActionS}秒，早{differenceS}秒',
  'alternative-later': '首个有效行动（{needs}）第{firstActionS}秒，晚{differenceS}秒',
  'alternative-never': '{needs}没有力量能到场，无法开始处置',
  'alternative-first-at-all': '{needs}有力量可到场，本方案没有',
  'alternative-fewer-exposed': '人员暴露{personMin}人·分钟，少{differenceMin}人·分钟',
  'alternative-more-exposed': '人员暴露{personMin}人·分钟，多{differenceMin}人·分钟',
  'alternative-more-cover':
    '消防覆盖超标的街道{townsOver}个（本方案{otherTownsOver}个），超标时间合计少{differenceS}秒',
  'alternative-less-cover':
    '消防覆盖超标的街道{townsOver}个（本方案{otherTownsOver}个），超标时间合计差{differenceS}秒',
  'alternative-effort':
    '另：队伍{teams}支（本方案{otherTeams}），其中外援{outside}支（{otherOutside}）；缺口{missing}（{otherMissing}）；各项需求迟到合计{lateMin}分钟（{otherLateMin}）',
  'alternative-same': '三项指标与本方案没有可察觉的差别',
  'alternative-dominated': '没有一项优于本方案，至少一项更差',
  'alternative-dominated-by': '各项不优于“{title}”',
  'alternative-over-count': '超出要求的备选数{count}，未列出',
  'alternative-blocked': '违反规则{rule}：{why}',
  'alternative-no-place': '另一侧没有合规集结点',
  'alternatives-none': '无真正备选方案：试算了{tried}种不同决定，均不优于本方案、没有差别或不合规，原因见列表',
  'hz12-chosen-indoors': '云团到达{cloudArrivesS}秒，走出需{walkOutS}秒，来得及撤离；按指挥员决定先就地躲避',
}
