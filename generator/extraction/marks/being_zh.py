"""What may stand between a Chinese noun and its amount, and only says that it is so much: 增幅已达22%, 降幅则约为3%."""

# 收入增速大约为34%, 增幅更高达119%, 升幅录得9%
# No two of these spell a third one, so that there is one way to read what stands there.
IS = (
    r"(?:分别|依次|合计|大约|大概|大致|将近|接近|至少|超过?|逼近|维持在|保持在|稳定在|落在|录得|来到|上[调修]至"
    r"|同(?=[为是样])|[为是有达至到了则更也亦均都仍已还就却仅只约近逾高报各]|:|\s)*"
)
