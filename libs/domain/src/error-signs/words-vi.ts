import type { LanguageSigns } from './sign.js';

export const vietnamese: LanguageSigns = {
  done: /(?:gửi|nộp|báo cáo|khiếu nại|đăng ký|tải lên) (?:đã )?(?:được gửi )?thành công|(?:đã|chúng tôi đã) (?:nhận được|tiếp nhận) (?:khiếu nại|báo cáo|yêu cầu|thông báo|phản ánh)|cảm ơn (?:bạn|quý khách) đã (?:gửi|báo cáo|phản ánh|liên hệ)/i,
  words: {
    suspended:
      /(?:tài khoản|quyền truy cập|quyền)[^.!?]{0,25}(?:đã bị|bị) (?:tạm )?(?:khóa|khoá|đình chỉ|vô hiệu hóa|vô hiệu hoá|thu hồi|ngừng|cấm)/i,
    'region-blocked':
      /không (?:khả dụng|có sẵn|được hỗ trợ|hỗ trợ|cung cấp)[^.!?]{0,15}(?:tại|ở|cho|trong) (?:quốc gia|khu vực|vùng|nước)[^.!?]{0,10}(?:của bạn|này)|(?:quốc gia|khu vực)(?: của bạn)?[^.!?]{0,12}(?:không được hỗ trợ|bị chặn|bị hạn chế)/i,
    'address-blocked':
      /(?:địa chỉ )?IP[^.!?]{0,20}(?:đã )?bị (?:chặn|cấm|khóa|khoá)|(?:VPN|proxy)[^.!?]{0,20}(?:không được phép|bị phát hiện|hãy tắt)|lưu lượng (?:truy cập )?bất thường/i,
    'code-undelivered':
      /(?:mã (?:xác (?:minh|thực|nhận)|OTP)|OTP|tin nhắn)[^.!?]{0,20}(?:không thể gửi|gửi không thành công|gửi thất bại|không gửi được)|(?:không|chưa) nhận được (?:mã|OTP|tin nhắn|SMS)|không (?:thể )?gửi (?:được )?mã (?:xác|OTP)/i,
    'captcha-broken':
      /captcha[^.!?]{0,30}(?:không (?:thể )?(?:tải|hiển thị|hoạt động|hiện)|bị lỗi)|không (?:thể )?tải (?:được )?captcha/i,
    'session-lost':
      /phiên (?:đăng nhập|làm việc|truy cập)?[^.!?]{0,15}(?:đã )?(?:hết hạn|hết hiệu lực|kết thúc|không hợp lệ)|đăng nhập (?:đã )?hết hạn|(?:vui lòng )?đăng nhập lại/i,
    'too-many-items':
      /(?:quá nhiều|vượt quá số(?: lượng)?) (?:liên kết|đường dẫn|sản phẩm|link|URL|mục)|(?:tối đa|không quá) \d{1,5} (?:liên kết|đường dẫn|sản phẩm|link|URL|mục)[^.!?]{0,20}(?:mỗi lần|một lần|cho mỗi|được phép)/i,
    'rate-limited':
      /(?:quá nhiều (?:yêu cầu|lần|thao tác|lượt)|thao tác quá (?:nhanh|nhiều|thường xuyên)|(?:gửi|yêu cầu) quá (?:nhanh|nhiều lần|thường xuyên))|(?:đã )?(?:đạt|vượt quá|hết) (?:đến )?(?:giới hạn|hạn mức|lượt)[^.!?]{0,20}(?:ngày|giờ|gửi|yêu cầu|hôm nay)/i,
    captcha:
      /(?:nhập|hoàn thành|giải|điền|kéo)[^.!?]{0,12}(?:captcha|mã bảo (?:mật|vệ)|mảnh ghép|thanh trượt)|captcha[^.!?]{0,15}(?:không đúng|không chính xác|sai|không hợp lệ|hết hạn)|xác (?:minh|nhận)(?: rằng)? bạn (?:là người|không phải (?:là )?(?:robot|người máy))/i,
    'account-unverified':
      /(?:tài khoản|danh tính|doanh nghiệp|hồ sơ)[^.!?]{0,15}chưa (?:được )?(?:xác minh|xác thực|phê duyệt|kích hoạt)|vui lòng xác (?:minh|thực) (?:tài khoản|danh tính)/i,
    'document-pending':
      /(?:nhãn hiệu|bằng sáng chế|văn bằng|giấy chứng nhận|quyền sở hữu|tài liệu|chứng từ)[^.!?]{0,25}(?:đang (?:chờ|được)|chưa được) (?:xác minh|duyệt|xét duyệt|thẩm định|kiểm tra|xác thực)/i,
    'file-too-large':
      /(?:tệp|tập tin|file|hình ảnh|ảnh|tài liệu)[^.!?]{0,20}(?:quá lớn|vượt quá)|dung lượng[^.!?]{0,20}(?:vượt quá|quá lớn)/i,
    'file-type':
      /(?:định dạng|loại) (?:tệp|tập tin|file|ảnh|hình ảnh)?[^.!?]{0,15}(?:không (?:được )?(?:hỗ trợ|hợp lệ|chấp nhận|cho phép|đúng))/i,
    'no-option': /không có (?:lựa chọn|tùy chọn|tuỳ chọn|mục)[^.!?]{0,10}(?:phù hợp|thích hợp)/i,
    'invalid-input':
      /(?:số (?:đăng ký|giấy chứng nhận|văn bằng|điện thoại|bằng)|mã (?:số thuế|bưu điện)|email|đường dẫn|liên kết|định dạng|URL|dữ liệu)[^.!?]{0,20}(?:không (?:hợp lệ|đúng(?: định dạng)?|chính xác)|sai)|vui lòng nhập (?:đúng|một)?[^.!?]{0,20}hợp lệ|(?:chứa|có) ký tự (?:không hợp lệ|đặc biệt)/i,
    'sign-in-refused':
      /(?:mật khẩu|tên đăng nhập|thông tin đăng nhập)[^.!?]{0,20}(?:không (?:đúng|chính xác|hợp lệ)|sai)|sai (?:mật khẩu|tên đăng nhập)|đăng nhập (?:thất bại|không thành công)|(?:bạn cần|vui lòng|bạn phải) đăng nhập(?: để| trước)/i,
    'interface-retired':
      /(?:API|giao diện|phiên bản)[^.!?]{0,20}(?:đã (?:ngừng|bị ngừng|lỗi thời)|không còn (?:được )?(?:hỗ trợ|khả dụng))/i,
    'channel-removed':
      /(?:biểu mẫu|kênh|dịch vụ|trang|hộp thư|cổng)[^.!?]{0,20}(?:đã (?:ngừng|đóng|bị gỡ|chuyển sang)|không còn (?:hoạt động|được sử dụng|tiếp nhận))/i,
    unmonitored:
      /(?:hộp thư|địa chỉ|email)[^.!?]{0,20}không (?:được|có người) (?:theo dõi|kiểm tra|đọc|trực)|(?:vui lòng|xin) không trả lời (?:email|thư) này/i,
    'mailbox-full': /hộp thư (?:đã )?đầy/i,
    'no-such-mailbox': /(?:người nhận|hộp thư|địa chỉ)[^.!?]{0,10}không tồn tại/i,
    'dead-link':
      /(?:trang|đường dẫn|liên kết|link|tệp)[^.!?]{0,25}(?:không (?:tồn tại|tìm thấy)|bị hỏng|đã hỏng|không truy cập được)|không tìm thấy (?:trang|đường dẫn|liên kết)/i,
    'timed-out':
      /(?:yêu cầu|kết nối|máy chủ)[^.!?]{0,20}(?:hết thời gian|quá thời gian|hết hạn chờ)|hết thời gian (?:chờ|kết nối)/i,
    'no-connection':
      /không thể (?:kết nối|truy cập)[^.!?]{0,15}(?:máy chủ|trang|tới|đến)|(?:lỗi|mất) kết nối|chứng chỉ[^.!?]{0,15}(?:hết hạn|không hợp lệ)/i,
    'server-failed':
      /lỗi (?:máy chủ|hệ thống|server|cơ sở dữ liệu)|(?:dịch vụ|máy chủ)[^.!?]{0,15}(?:không khả dụng|gặp sự cố)|(?:đang )?bảo trì/i,
    busy: /(?:hệ thống|máy chủ|mạng|dịch vụ)[^.!?]{0,12}(?:đang )?(?:bận|quá tải)/i,
    vague:
      /(?:đã )?(?:xảy ra|có|gặp) (?:một )?lỗi|lỗi không (?:xác định|mong muốn)|(?:gửi|thao tác|xử lý|lưu|nộp) (?:không thành công|thất bại)|không thể (?:gửi|xử lý|lưu|hoàn tất|nộp)|(?:vui lòng )?thử lại(?: sau)?|mã lỗi/i,
  },
};
