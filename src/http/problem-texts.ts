/** What the sender of a request that failed is told: what happened, then what to do. */
export const PROBLEM_TEXTS = {
  questionEmpty: 'Câu hỏi đang để trống. Hãy nhập câu hỏi rồi gửi lại.',
  questionTooLong: 'Câu hỏi dài quá 2.000 ký tự. Hãy rút gọn rồi gửi lại.',
  questionWordless: 'Câu hỏi không có chữ hay số nào. Hãy viết câu hỏi bằng lời rồi gửi lại.',
  questionNotText: 'Trường "question" phải là một chuỗi ký tự.',
  bodyNotJson: 'Nội dung gửi lên không phải JSON hợp lệ. Hãy kiểm tra dấu ngoặc, dấu phẩy và dấu nháy.',
  bodyNotUtf8: 'Nội dung gửi lên không phải văn bản UTF-8. Hãy gửi lại với bảng mã UTF-8.',
  bodyTooLarge: (limit: string) => `Nội dung gửi lên lớn hơn ${limit}. Hãy gửi nội dung ngắn hơn.`,
  contentType: 'Cần gửi nội dung với tiêu đề Content-Type: application/json.',
  uploadType: 'Cần gửi tệp bằng biểu mẫu multipart/form-data.',
  fieldsInvalid: 'Một số trường chưa đúng. Xem chi tiết trong "errors".',
  pathUnknown: 'Địa chỉ này không có. Danh sách các địa chỉ ở /docs.',
  pageUnknown: 'Trang này không có hoặc đã được chuyển đi.',
  documentUnknown: (id: string) => `Không có văn bản nào mang mã "${id}". Danh sách văn bản ở /api/documents.`,
  noUserMessage: 'Không có tin nhắn nào của người dùng (role "user") trong messages.',
  answerUnknown: (id: string) =>
    `Không có câu trả lời nào mang mã "${id}". Hãy gửi đúng trường "id" của câu trả lời đã nhận.`,
  jobUnknown: (id: string) => `Không có công việc nào mang mã "${id}", hoặc đã quá lâu.`,
  uploadEmpty: 'Chưa có tệp nào trong biểu mẫu. Hãy chọn ít nhất một tệp.',
  methodNotAllowed: (methods: readonly string[]) => `Địa chỉ này chỉ nhận phương thức ${methods.join(', ')}.`,
  noIndex: 'Chưa có chỉ mục văn bản nào được công bố. Hãy chạy "npm run ingest" hoặc thử lại sau ít phút.',
  tooMany: (seconds: number) => `Đã gửi quá nhiều yêu cầu trong một phút. Hãy thử lại sau ${seconds} giây.`,
  deadline: 'Câu hỏi cần nhiều thời gian hơn mức cho phép. Hãy thử hỏi hẹp hơn.',
  bookUnavailable:
    'Chưa ghi hoặc đọc được sổ phản hồi. Hãy thử lại sau; người quản trị kiểm tra cơ sở dữ liệu và chạy "npx wrangler d1 migrations apply OPERATIONS".',
  internal: 'Có lỗi khi xử lý yêu cầu. Lỗi đã được ghi lại; hãy thử lại sau.',
  unauthorised: 'Cần mã quản trị đúng trong tiêu đề Authorization: Bearer …',
} as const;
