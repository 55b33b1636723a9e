import { page } from '../layout.tsx';

/** Hướng dẫn: how to ask and how to read an answer. */
export function guidePage() {
  return page({
    title: 'Hướng dẫn',
    section: 'guide',
    children: (
      <>
        <h1>Hướng dẫn</h1>
        <h2>Hỏi thế nào</h2>
        <p>
          Viết câu hỏi như khi nói chuyện, có dấu hay không dấu đều được. Nêu tên tỉnh, lĩnh vực và năm thì câu trả lời
          sát hơn. Ví dụ: “Tỉ lệ hộ nghèo của Bắc Giang đến năm 2030 là bao nhiêu?”.
        </p>
        <p>Có thể hỏi tiếp mà không nhắc lại từ đầu: “Còn Đồng Nai thì sao?”.</p>
        <h2>Đọc câu trả lời</h2>
        <ul>
          <li>
            Số nhỏ sau mỗi câu là <strong>căn cứ</strong>. Bấm vào số để xem đoạn nguyên văn được tô màu trong văn bản.
          </li>
          <li>
            <strong>Lưu ý</strong> cho biết điều cần biết thêm: kế hoạch đã được thay thế hay hết giai đoạn, cơ quan đã
            đổi tên, tỉnh đã sắp xếp, bản sao bị cắt hoặc có chữ quét sai.
          </li>
          <li>
            <strong>Không tìm thấy trong các văn bản hiện có</strong> nghĩa là kho văn bản không có câu trả lời, không
            có nghĩa là chính sách đó không tồn tại.
          </li>
        </ul>
        <h2>Các trang khác</h2>
        <ul>
          <li>
            <a href="/van-ban">Văn bản</a>: toàn văn với mục lục và số dòng.
          </li>
          <li>
            <a href="/chi-tieu">Chỉ tiêu</a>: bảng mọi chỉ tiêu, so sánh giữa các tỉnh, tải về bảng tính.
          </li>
          <li>
            <a href="/nhiem-vu">Nhiệm vụ</a>: việc giao cho từng cơ quan, thời hạn báo cáo, thêm vào lịch.
          </li>
        </ul>
        <h2>Giới hạn</h2>
        <p>
          Câu trả lời chỉ dựa trên các văn bản trong kho và không phải là tư vấn pháp lý. Khi làm thủ tục, hãy hỏi cơ
          quan có thẩm quyền và đối chiếu với bản chính thức của văn bản.
        </p>
        <h2>Riêng tư</h2>
        <p>
          Các cuộc trao đổi được giữ trong trình duyệt của máy này và có thể xóa bất cứ lúc nào ở trang Hỏi đáp. Đừng
          ghi số căn cước, số điện thoại hay thông tin riêng vào câu hỏi: câu chưa trả lời được được lưu lại, không kèm
          người hỏi, để bổ sung văn bản.
        </p>
      </>
    ),
  });
}
