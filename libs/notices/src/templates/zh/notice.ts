/** The notice in simplified Chinese. Logic-less, like the English one, and with the same names. */
export const chineseNotice = `致:{{platform}}
日期:{{date}}
我方编号:{{reference}}(回复时请务必注明)

关于{{matter}}的通知

{{platform}}知识产权投诉处理部门:

我方现代表{{rightsHolder.name}}(以下简称“权利人”)通知贵方:本通知第三部分所列{{listingsCounted}}侵犯了第二部分所列权利。本通知依据{{basis}}发出。


一、权利人

    名称:{{rightsHolder.name}}
{{#rightsHolder.address}}
    地址:{{.}}
{{/rightsHolder.address}}
{{#rightsHolder.countryName}}
    国家或地区:{{.}}
{{/rightsHolder.countryName}}


二、所依据的权利
{{#rights}}

    2.{{position}} {{kindName}}:{{title}}
{{#number}}
        注册号/登记号:{{.}}
{{/number}}
{{#office}}
        登记机关:{{.}}
{{/office}}
{{#classesNamed}}
        尼斯分类:{{.}}
{{/classesNamed}}
{{#validity}}
        有效期:{{.}}
{{/validity}}
{{/rights}}
{{^rights}}

    尚未指明权利。
{{/rights}}


三、被投诉链接
{{#listings}}

    3.{{position}} {{url}}
{{#title}}
        标题:{{.}}
{{/title}}
{{#seller}}
        卖家或账号:{{.}}
{{/seller}}
{{/listings}}
{{^listings}}

    尚未指明链接。
{{/listings}}


四、侵权理由

    {{allegation}}
{{#explanationLines.length}}

    具体说明:

{{#explanationLines}}
{{.}}
{{/explanationLines}}
{{/explanationLines.length}}


五、证据

{{#evidence}}
    5.{{position}} {{url}}
{{/evidence}}
{{^evidence}}
    本通知以被投诉链接的内容及第二部分所列权利为依据。
{{/evidence}}


六、请求事项

    {{request}}

    依照应适用的法律须转送通知的,请将本通知转送相关卖家或账号持有人。


七、请贵方答复的内容

    请回复至本通知的发出地址,注明我方编号{{reference}},并告知:
    (一)贵方已收到本通知,以及贵方的案件编号;
    (二)对第三部分各链接的处理决定,请按编号逐一列明;
    (三)对未予处理的链接,说明所依据的事实以及法律或平台规则;
    (四)我方需要修改或补充哪些内容,通知方可获得支持;
    (五)对处理决定不服的救济途径、受理主体及期限。


八、声明

{{#statements}}
    8.{{position}} {{wording}}
{{/statements}}
{{^statements}}
    尚未确认任何声明。
{{/statements}}


九、签署及联系方式

{{#signature}}
    签署(电子签名):{{name}}
{{#capacity}}
    身份:{{.}}
{{/capacity}}
    日期:{{date}}
{{/signature}}
{{^signature}}
    尚未签署。
{{/signature}}

{{#contact.name}}
    联系人:{{.}}
{{/contact.name}}
{{#contact.address}}
    地址:{{.}}
{{/contact.address}}
{{#contact.phone}}
    电话:{{.}}
{{/contact.phone}}
{{#contact.email}}
    电子邮箱:{{.}}
{{/contact.email}}

我方编号:{{reference}}
`;
