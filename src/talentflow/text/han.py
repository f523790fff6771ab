"""Chinese characters of names, traditional to simplified: one name in two spellings, unlike two names of one sound."""

from __future__ import annotations

# Pairs, traditional first: surnames and the characters usual in given names and company names.
_PAIRS = (
    "陳陈張张劉刘楊杨趙赵黃黄吳吴馬马孫孙鄭郑謝谢許许韓韩馮冯鄧邓蕭萧蔣蒋葉叶蘇苏盧卢鍾钟譚谭陸陆賈贾韋韦鄒邹閻阎龍龙萬万"
    "錢钱湯汤賴赖龐庞聶聂關关魯鲁齊齐嚴严藍蓝歐欧陽阳慶庆華华國国偉伟東东軍军傑杰麗丽靜静紅红蘭兰鳳凤愛爱義义興兴榮荣"
    "賢贤學学書书雲云飛飞鵬鹏龜龟寶宝貴贵財财廣广遠远達达進进運运連连週周順顺穎颖頌颂頁页顏颜風风駿骏驍骁驊骅騰腾訊讯"
    "語语論论誠诚諾诺謙谦詩诗詠咏謹谨識识競竞勝胜勵励動动務务勳勋勞劳協协單单衛卫廠厂歷历參参雙双發发變变啟启嘯啸圓圆"
    "團团園园圖图聖圣場场塵尘壽寿夢梦奧奥奮奋妝妆媽妈嬌娇嬋婵嫻娴寧宁實实寬宽對对導导將将屆届嶺岭嶽岳嵐岚帥帅師师幀帧"
    "幹干應应慧慧態态憲宪懷怀戰战擁拥擇择據据敏敏斂敛時时晉晋曉晓曄晔曆历術术條条極极樂乐楓枫樺桦樹树橋桥機机權权歡欢"
    "歲岁歸归氣气漢汉澤泽潔洁濤涛濱滨瀾澜灃沣爾尔爭争瑩莹環环瑤瑶璽玺瓊琼畢毕異异當当盡尽監监禮礼禎祯禪禅種种穩稳穎颖"
    "紀纪紋纹純纯細细紹绍終终結结絡络給给統统絲丝維维綱纲網网綺绮緒绪線线縱纵總总績绩織织繼继續续纖纤羅罗聞闻聯联聰聪"
    "職职肅肃腦脑艷艳莊庄萊莱蓮莲薔蔷藝艺蘊蕴處处號号裝装裡里複复覺觉觀观計计記记設设試试詮诠該该詳详調调諒谅請请譯译"
    "議议護护讓让豐丰負负貝贝貞贞責责賓宾質质贊赞趨趋車车軒轩載载輝辉輪轮轉转農农選选鄉乡鈞钧鉅巨銀银銘铭銳锐鋒锋錦锦"
    "鋼钢鎮镇鏡镜鐵铁長长門门開开間间閃闪閔闵隊队際际隨随險险隱隐雖虽難难電电靈灵韻韵頓顿領领頭头題题願愿類类飄飘養养"
    "館馆駕驾驗验魏魏鮑鲍鯤鲲鳴鸣鴻鸿鵑鹃麥麦點点"
)
_SIMPLIFIED = str.maketrans(dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)))


def simplified(name: str) -> str:
    """The name with its traditional characters made simple."""
    return name.translate(_SIMPLIFIED)
